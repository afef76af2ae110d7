package table

// Fit gives the columns that have no width one that their name and texts ask for, at most so many Chinese characters. A
// sheet that is printed should Wrap, too, so that longer texts are not cut off.
func (s *Sheet) Fit(most int) {
	for i := range s.Columns {
		c := &s.Columns[i]
		if c.Width != 0 {
			continue
		}
		halves := halfWidths(c.Name)
		for _, row := range s.Rows {
			if i < len(row) {
				if text, ok := row[i].(string); ok {
					halves = max(halves, halfWidths(text))
				}
			}
		}
		c.Width = min((halves+1)/2+1, most) // programs draw letters a little wider than half a character
	}
}

// halfWidths returns how wide a text is in letters; a Chinese character takes the room of two.
func halfWidths(text string) (n int) {
	for _, r := range text {
		n++
		if r >= 0x1100 {
			n++
		}
	}
	return n
}
