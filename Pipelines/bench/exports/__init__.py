"""Dumps as other systems export them: `python3 -m exports FROM TO`."""
