"""The Bedrock doctor from Python: why a call to Amazon Bedrock failed.

``explain(error)`` gives the report for a botocore ``ClientError``; the pytest plugin gives tests the fixture
``bedrock_mock``. The program itself is the command ``doctor``.
"""

from __future__ import annotations

from ._explain import ExplainError, Finding, Remedy, Report, explain
from ._program import ProgramMissing, program

__all__ = ["ExplainError", "Finding", "ProgramMissing", "Remedy", "Report", "explain", "program"]
