"""Figures: the partnership's data set. Bring figures in, see what they say, and put right what is wrong."""
