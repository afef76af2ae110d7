package inspect

// Tolerances. That of margins is in the standard (5.2.1); the others are this package's, because the standard gives the
// length alone. Lengths are millimetres unless said otherwise.
const (
	paperTolerance   = 1.0
	marginTolerance  = 1.0
	markTolerance    = 1.0 // distance of the mark of the issuer
	lineTolerance    = 1.0 // distance and width of the red line and the rules of the imprint
	numberTolerance  = 0.5 // distance of the page number below the type area
	ruleTolerance    = 0.05
	overhangFrom     = 0.5 // ink beyond the type area to the left or right
	centreTolerance  = 1.5
	estimate         = 2.0 // added where the place within a line is only estimated
	sizeTolerance    = 0.3 // points
	pitchTolerance   = 0.3 // points between the widest and the narrowest pitch
	unfilled         = 5.0 // what 22 lines may leave free below them
	placeTolerance   = 0.6 // characters
	numberInset      = 0.6 // characters by which 空一字 may differ, of whichever size
	exactShare       = 0.9 // of full lines
	exception        = 20  // what fewer than one in so many have is an exception
	fewestFull       = 5   // full lines from which their characters are judged
	blackest         = 80  // each part of a colour that passes for black
	redLeast         = 150
	redMost          = 110
	whitest          = 240
	baselineSlack    = 0.2 // of the size: characters of one line
	partGap          = 1.5 // sizes: a gap that parts what stands in one line
	lineInBox        = 0.8 // share of the pitch above the baseline, as word processors have it
	aboveBaseline    = 0.88
	belowBaseline    = 0.12
	dashHeight       = 0.38 // of the size: middle of a dash above the baseline
	pictureRoom      = 4.0  // pitches: a gap that is more than blank lines
	givenUp          = 2    // lines that a page may leave to the next
	signatureRoom    = 5    // pitches above the date within which a name or a stamp belongs to it
	fewestChars      = 60   // characters from which size and face of running text are judged
	largeSize        = 18.0 // points above which characters may be those of a title
	fewestLarge      = 200  // of characters so large that they may be those of a title
	headingLeastRoom = 2.0  // characters that a line leaves free if its paragraph ends there
)
