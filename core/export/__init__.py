"""A library's tables for other programs, and a codebook that says what their columns mean."""

from __future__ import annotations

from core.export.table_files import CODEBOOK, FORMATS, TABLES, bundle, export_tables, plain, rows, to_bytes

__all__ = ["CODEBOOK", "FORMATS", "TABLES", "bundle", "export_tables", "plain", "rows", "to_bytes"]
