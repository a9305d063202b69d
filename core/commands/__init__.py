"""The command line: `command_line` begins it, `on_library` works on a library, `json_lines` is what others exchange."""
