"""The judge: runs candidates' Python where it can do no harm, and says what it is worth. See
sandbox/README.md.

Kept empty on purpose: the sandboxed process loads this package without pydantic or any other dependency.
"""
