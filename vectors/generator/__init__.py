"""Makes the files of signing vectors; run through `vectors/generate.py`."""
