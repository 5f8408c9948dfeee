"""Heavy work without Django: reading files, nearness, disclosure, charts, writers, proof."""
