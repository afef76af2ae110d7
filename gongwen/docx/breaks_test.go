package docx

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

const (
	cellWidth = 15750 // of a character of running text
	fullRoom  = 28*cellWidth + 1250
)

// A full line of 28 characters before another character needs nothing.
func TestNudgeNothing(t *testing.T) {
	f := fit{room: fullRoom, width: 28 * cellWidth, next: cellWidth, chars: 27, stretches: 1, spacing: -250}
	s, ok := f.nudge()
	require.True(t, ok)
	require.Equal(t, spread{}, s)
}

// A number that layout keeps with its unit would come up: the line is widened until it does not fit.
func TestNudgeNumber(t *testing.T) {
	f := fit{room: fullRoom, width: 25 * cellWidth, next: 31000, chars: 24, stretches: 1, spacing: -250}
	s, ok := f.nudge()
	require.True(t, ok)
	require.Positive(t, s.narrow)
	require.Greater(t, f.width+added(s, f.chars)+f.next, f.room)
	require.LessOrEqual(t, f.width+added(s, f.chars+1), f.room)
}

// The last line of a paragraph that LibreOffice would make too wide is made narrower; else it is left alone.
func TestNudgeLastLine(t *testing.T) {
	f := fit{room: fullRoom, width: 27 * cellWidth, chars: 26, stretches: 3, spacing: -250}
	s, ok := f.nudge()
	require.True(t, ok)
	require.Equal(t, spread{}, s)
	f.width, f.auto = 28*cellWidth, 4*3200
	s, ok = f.nudge()
	require.True(t, ok)
	require.Negative(t, s.narrow)
}

// Where both readings cannot be served, Word and WPS are.
func TestNudgeConflict(t *testing.T) {
	f := fit{room: fullRoom, width: 28 * cellWidth, next: cellWidth, auto: 12 * 3200, chars: 27, stretches: 13, spacing: -250}
	s, ok := f.nudge()
	require.False(t, ok)
	require.LessOrEqual(t, f.width+added(s, f.chars+1), f.room)
	require.Greater(t, f.width+added(s, f.chars)+f.next, f.room)
}

// Whatever the line, a spread that is said to serve both does.
func TestNudgeServes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	agreed := 0
	for range 20000 {
		f := fit{
			room: fullRoom, width: gongwen.Length(15+random.IntN(14)) * cellWidth, chars: 14 + random.IntN(14),
			next: gongwen.Length(1+random.IntN(5)) * cellWidth, spacing: -250,
			auto: gongwen.Length(random.IntN(9)) * 3200, stretches: 1 + random.IntN(10),
		}
		s, ok := f.nudge()
		word := f.width + added(s, f.chars)
		if f.room-f.width < 15*cellWidth { // else the line before it is no line
			require.LessOrEqual(t, word, f.room, "%+v %+v", f, s)
		}
		if !ok {
			continue
		}
		agreed++
		require.Greater(t, word+f.next, f.room, "%+v %+v", f, s)
		office := f.width + f.auto + seenByOffice(&f, s)
		require.LessOrEqual(t, office, f.room, "%+v %+v", f, s)
		require.Greater(t, office+f.next, f.room, "%+v %+v", f, s)
	}
	require.Greater(t, agreed, 10000)
}

// added returns what a spread adds to so many characters.
func added(s spread, n int) gongwen.Length {
	sum := gongwen.Length(0)
	for i := range n {
		sum += gongwen.Length(s.at(i)) * twip
	}
	return sum
}

// seenByOffice returns what LibreOffice adds for a spread: spacing less than zero is lost at the end of a stretch.
func seenByOffice(f *fit, s spread) gongwen.Length {
	sum := added(s, f.chars)
	if gongwen.Length(s.narrow+1)*twip+f.spacing <= 0 {
		sum -= gongwen.Length(f.stretches-1) * gongwen.Length(s.narrow) * twip
		sum -= gongwen.Length(f.stretches) * f.spacing
	}
	return sum
}

// What may come up is a word, a character with the opening marks before it, or a character alone.
func TestScript(t *testing.T) {
	for _, c := range []struct {
		r               rune
		letter, stretch script
	}{
		{'中', han, han}, {'4', latin, latin}, {'%', neutral, latin}, {'，', neutral, han}, {'“', neutral, neutral},
		{' ', neutral, neutral}, {'é', latin, latin}, {'〇', han, han}, {'𠮷', han, han},
	} {
		letter, stretch := scriptOf(c.r)
		require.Equal(t, c.letter, letter, "%c", c.r)
		require.Equal(t, c.stretch, stretch, "%c", c.r)
	}
	require.True(t, isOpening('《'))
	require.True(t, isWordPart('.'))
}

// Opening marks are among those that the layout does not leave at the end of a line.
func TestOpeningIsNoEnd(t *testing.T) {
	for r := range rune(0x10000) {
		if isOpening(r) {
			require.Contains(t, layout.NoEnd, string(r))
		}
	}
}

// The twips of a line are shared without loss.
func TestSpreadOver(t *testing.T) {
	for _, twips := range []int{0, 1, 26, 27, 28, 300, -1, -27, -40, -300} {
		require.Equal(t, gongwen.Length(twips)*twip, added(spreadOver(twips, 27), 27), twips)
	}
}
