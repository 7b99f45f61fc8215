"""``python -m bedrock_doctor``: the command ``doctor``."""

from ._program import main

main()
