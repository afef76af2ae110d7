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

// alike is a piece that is as wide for all.
func alike(width gongwen.Length) piece { return piece{width, width} }

// A full line of 28 characters before another character needs nothing.
func TestNudgeNothing(t *testing.T) {
	f := fit{room: fullRoom, width: 28 * cellWidth, next: alike(cellWidth), chars: 27, stretches: 1, spacing: -250, size: 16000}
	require.Equal(t, nudge{scale: whole}, f.nudge())
}

// A number that layout keeps with its unit would come up: the line is widened until it does not fit.
func TestNudgeNumber(t *testing.T) {
	f := fit{room: fullRoom, width: 25 * cellWidth, next: alike(31000), chars: 24, stretches: 1, spacing: -250, size: 16000}
	n := f.nudge()
	require.Equal(t, n.word, n.office)
	require.Positive(t, n.word.narrow)
	require.Greater(t, f.width+n.word.sum(f.chars)+f.next.word, f.room)
	require.LessOrEqual(t, f.width+n.word.sum(f.chars+1), f.room)
}

// The last line of a paragraph that LibreOffice would make too wide is made narrower; else it is left alone.
func TestNudgeLastLine(t *testing.T) {
	f := fit{room: fullRoom, width: 27 * cellWidth, chars: 26, stretches: 3, spacing: -250, size: 16000}
	require.Equal(t, nudge{scale: whole}, f.nudge())
	f.width, f.auto = 28*cellWidth, 4*3200
	require.Negative(t, f.nudge().office.narrow)
}

// Where one way does not serve both, the two are told different things.
func TestNudgeConflict(t *testing.T) {
	f := fit{room: fullRoom, width: 28 * cellWidth, next: alike(cellWidth), auto: 12 * 3200, chars: 27, stretches: 13, spacing: -250, size: 16000}
	n := f.nudge()
	require.NotEqual(t, n.word, n.office)
	requireServes(t, f, n)
}

// LibreOffice does not go below a sixth of the size: then it is told to make the characters narrower.
func TestNudgeScale(t *testing.T) {
	f := fit{room: fullRoom, width: 28 * cellWidth, next: alike(cellWidth), auto: 19 * 3200, chars: 35, stretches: 20, spacing: -250, size: 16000}
	n := f.nudge()
	require.Less(t, n.scale, whole)
	require.GreaterOrEqual(t, n.office.narrow, -48)
	requireServes(t, f, n)
}

// Whatever the line, the nudge serves both.
func TestNudgeServes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	apart := 0
	for range 20000 {
		f := fit{
			room: fullRoom, width: gongwen.Length(20+random.IntN(9)) * cellWidth, chars: 20 + random.IntN(14),
			next: alike(gongwen.Length(1+random.IntN(5)) * cellWidth), spacing: -250 * gongwen.Length(random.IntN(2)), size: 16000,
			auto: gongwen.Length(random.IntN(14)) * 3200, stretches: 1 + random.IntN(14),
		}
		n := f.nudge()
		if n.word != n.office {
			apart++
		}
		requireServes(t, f, n)
	}
	require.Greater(t, apart, 1000)
}

// requireServes checks that a line ends at its end, and that nothing of the next line comes up.
func requireServes(t *testing.T, f fit, n nudge) {
	t.Helper()
	word := f.width + n.word.sum(f.chars)
	require.LessOrEqual(t, word, f.room, "%+v %+v", f, n)
	require.Greater(t, word+f.next.word, f.room, "%+v %+v", f, n)
	narrow := f.scaled(n.scale)
	office := narrow.width + f.auto + seenByOffice(&f, n.office)
	require.LessOrEqual(t, office, f.room, "%+v %+v", f, n)
	require.Greater(t, office+f.next.office, f.room, "%+v %+v", f, n)
}

// seenByOffice returns what LibreOffice adds for a spread: spacing less than zero is lost at the end of a stretch.
func seenByOffice(f *fit, s spread) gongwen.Length {
	sum := s.sum(f.chars)
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

// LibreOffice keeps marks behind a number or a word with what both scripts share.
func TestSticks(t *testing.T) {
	line := func(s string) *layout.Line { return &layout.Line{Runs: []layout.Run{{Text: s}}} }
	for _, c := range []struct {
		line, next string
		want       bool
	}{
		{"排名第296。", "2022年", true}, {"增长77.0%，", "LED", true}, {"（0595-2273），", "“三项”", true}, {"296。", "在", false},
		{"两件。", "2022年", false}, {"296件", "2022年", false}, {"296", "2022年", false}, {"。", "1", false}, {"296。", "", false},
	} {
		require.Equal(t, c.want, sticks(line(c.line), line(c.next)), "%s|%s", c.line, c.next)
	}
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
		require.Equal(t, gongwen.Length(twips)*twip, spreadOver(twips, 27).sum(27), twips)
	}
}
