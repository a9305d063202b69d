"""Weights of the linker, learnt from sets of links and scored on others: `make links TRAIN=dev TEST=dev2`."""
