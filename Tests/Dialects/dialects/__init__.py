"""One module a family of recorders: each writes calls as that recorder does."""
