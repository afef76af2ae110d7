package raster

// miterLimit is how many times longer than the line is thick a corner may be; sharper ones are cut off.
const miterLimit = 10

// stroke returns areas that together are the line along a track, half as wide to each side: a bar for each straight piece
// and a wedge for each corner. All run in one direction, so that they add up where they overlap.
func stroke(t track, half float64) []outline {
	p := distinct(t.points)
	var out []outline
	for i := range len(p) - 1 {
		side := normal(p[i], p[i+1], half)
		out = append(out, clockwise(outline{plus(p[i], side), plus(p[i+1], side), minus(p[i+1], side), minus(p[i], side)}))
		if i > 0 {
			out = append(out, wedge(p[i-1], p[i], p[i+1], half))
		}
	}
	if n := len(p); t.closed && n > 2 {
		closing := p[n-1]
		if p[0] != closing {
			side := normal(closing, p[0], half)
			out = append(out, clockwise(outline{plus(closing, side), plus(p[0], side), minus(p[0], side), minus(closing, side)}),
				wedge(p[n-2], closing, p[0], half))
		} else {
			closing = p[n-2]
		}
		out = append(out, wedge(closing, p[0], p[1], half))
	}
	return out
}

// distinct drops points that repeat the one before.
func distinct(points outline) outline {
	out := make(outline, 0, len(points))
	for _, p := range points {
		if len(out) == 0 || out[len(out)-1] != p {
			out = append(out, p)
		}
	}
	return out
}

// wedge returns the corner at b between a line from a and a line to c: pointed, or cut off if it would be too long.
func wedge(a, b, c point, half float64) outline {
	u, v := normal(a, b, half), normal(b, c, half)
	if turn := float64(u.x*v.y) - float64(u.y*v.x); turn > 0 {
		u, v = point{-u.x, -u.y}, point{-v.x, -v.y} // the outer side
	}
	out := outline{b, plus(b, u), plus(b, v)}
	middle := plus(u, v)
	long := hypot(middle.x, middle.y)
	square, reach := float64(long*long), 2*half*half // the tip lies at middle × reach / square
	if square > 0 && reach <= miterLimit*half*long {
		tip := point{float64(middle.x * reach / square), float64(middle.y * reach / square)}
		out = outline{b, plus(b, u), plus(b, tip), plus(b, v)}
	}
	return clockwise(out)
}

// normal returns the way to the side of a line.
func normal(a, b point, half float64) point {
	dx, dy := b.x-a.x, b.y-a.y
	l := hypot(dx, dy)
	return point{-dy / l * half, dx / l * half}
}

func plus(p, q point) point  { return point{p.x + q.x, p.y + q.y} }
func minus(p, q point) point { return point{p.x - q.x, p.y - q.y} }

// clockwise turns an outline round if it runs the other way.
func clockwise(o outline) outline {
	area := 0.0
	for i, p := range o {
		q := o[(i+1)%len(o)]
		area += float64(p.x*q.y) - float64(q.x*p.y)
	}
	if area < 0 {
		for i, j := 0, len(o)-1; i < j; i, j = i+1, j-1 {
			o[i], o[j] = o[j], o[i]
		}
	}
	return o
}
