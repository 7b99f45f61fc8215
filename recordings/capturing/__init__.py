"""Makes the recordings of this folder; run through `recordings/capture.py`."""
