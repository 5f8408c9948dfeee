"""What a figure can honestly be said to show: process control, intervals, comparison, projection.

control.chart(values, polarity=Polarity.HIGHER_IS_BETTER)   which points are more than chance
intervals.wilson(18, 24)                                    how sure a percentage is
comparison.compare(ours, theirs)                            higher, lower, or too few to say
projection.projected(values, ahead=4)                       where a trend leads, and how surely
"""
