"""Read a return's CSV files: quickly, in bounded memory, and with every row where the file has it."""
