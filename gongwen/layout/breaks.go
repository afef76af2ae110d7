package layout

import "github.com/fazhi-go/fazhi/gongwen"

// A span is the cells of one line, and their width without the blanks at the end.
type span struct {
	from, to int
	width    gongwen.Length
}

// spans breaks a text into lines: as many cells as fit, then back to the last gap where a line may end. Where there is
// none, a word or number is split, between its digits or parts rather than before its unit, and where even that would break 避头尾, the line ends where it is full; so nothing is
// wider than the room, unless a single character is. The first line has less room by indent. An empty text is one line.
// The result is valid until the next call.
func (s *setter) spans(cells []cell, room, indent gongwen.Length) []span {
	out := s.spanBuffer[:0]
	for from := 0; ; {
		line := nextSpan(cells, from, room-indent)
		out = append(out, line)
		from, indent = line.to, 0
		if from >= len(cells) {
			break
		}
	}
	s.spanBuffer = out
	return out
}

// nextSpan returns the line that begins at from.
func nextSpan(cells []cell, from int, room gongwen.Length) span {
	line := span{from: from, to: len(cells)}
	var free, part, split span // the last places to end the line: a proper one, and those that split a word
	width := gongwen.Length(0)
	for i := from; i < len(cells); i++ {
		c := &cells[i]
		if i > from {
			here := span{from, i, line.width}
			if c.flags&(tight|hard) == 0 {
				free = here
			}
			if c.flags&hard == 0 {
				split = here
				if c.flags&seam != 0 {
					part = here
				}
			}
		}
		width = min(width+c.width, room+1)
		if c.flags&(space|hidden) != 0 {
			continue
		}
		end := width
		if c.flags&halved != 0 {
			end -= c.width / 2
		}
		if end > room && i > from {
			line.to = i
			return best(free, part, split, line)
		}
		line.width = end
	}
	return line
}

// best returns the first span that is one, the last if none is.
func best(spans ...span) span {
	for _, sp := range spans {
		if sp.to > 0 {
			return sp
		}
	}
	return spans[len(spans)-1]
}
