package course

import (
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/law"
	"github.com/fazhi-go/fazhi/workday"
)

// ErrDay says that a replay has no day.
var ErrDay = errors.New("course: 没有指明日期")

// A Replayer follows files. It does not change, and goroutines may share it. New makes it.
type Replayer struct {
	calendar  *workday.Calendar
	matter    *lifecycle.Machine
	suit      *lifecycle.Machine
	lawOfStep bool
}

// New returns a Replayer of the flows of a profile.
func New(calendar *workday.Calendar, p reconsideration.Profile) (*Replayer, error) {
	return Of(calendar, reconsideration.Flow(p), reconsideration.SuitFlow(p), p.LawOfStep)
}

// Of returns a Replayer of the flows that a bureau has changed; lawOfStep is as in reconsideration.Profile.
func Of(calendar *workday.Calendar, ofCase, ofSuit lifecycle.Flow, lawOfStep bool) (*Replayer, error) {
	c, wrong := lifecycle.Compile(ofCase)
	s, wrongToo := lifecycle.Compile(ofSuit)
	if err := errors.Join(wrong, wrongToo); err != nil {
		return nil, fmt.Errorf("course: %w", err)
	}
	return &Replayer{calendar: calendar, matter: c, suit: s, lawOfStep: lawOfStep}, nil
}

// Check returns everything that the events say against the flows and each other, whatever their day, with the place of each: at
// most MaxIssues and one that says how many more there are. The error is a limit that cannot be counted.
func (r *Replayer) Check(f *File) (fazhi.Issues, error) {
	c := r.runOf(f)
	if err := c.take(f.Events, fazhi.Date{}); err != nil {
		return nil, err
	}
	c.answers(f.Events)
	c.early(f.Events)
	c.doubles(f.Events)
	if _, err := c.hearings(); err != nil {
		return nil, err
	}
	issues := append(c.issues, r.laws(f, c)...)
	suits, err := r.suits(f, fazhi.Date{})
	if err != nil {
		return nil, err
	}
	for i, s := range suits {
		s.answers(f.Suits[i].Events)
		s.doubles(f.Suits[i].Events)
		s.fits(f.Suits[i].Events, c)
		s.follows(suits, fazhi.Path("/suits").At(i, "instance"))
		issues = append(issues, s.issues...)
	}
	return some(issues), nil
}

// Replay returns where the case stood at the end of a day. Events after the day are not taken; those that cannot be are left out as
// Check reports them, also where it is a later event that they contradict. A suit of the file (起诉) ends the time to sue that ran
// in the case (起诉期限), on its day; a first instance that begins with the court's notice ends it (Ended) on a day that is not
// known. The error is ErrDay without a day, and that of a limit that cannot be counted.
func (r *Replayer) Replay(f *File, on fazhi.Date) (Standing, error) {
	if on.IsZero() {
		return Standing{}, ErrDay
	}
	c := r.runOf(f)
	if err := c.take(f.Events, on); err != nil {
		return Standing{}, err
	}
	suits, err := r.suits(f, on)
	if err != nil {
		return Standing{}, err
	}
	c.endSuing(suits)
	notices, err := c.hearings()
	if err != nil {
		return Standing{}, err
	}
	s := Standing{Code: f.Code, On: on, Law: c.version(on), Case: c.track(on)}
	s.Case.Clocks = append(s.Case.Clocks, notices...)
	for i, suit := range suits {
		if suit.state.Step != "" {
			track := suit.track(on)
			track.Serial = f.Suits[i].Serial
			s.Suits = append(s.Suits, track)
		}
	}
	return s, nil
}

// suits takes the events of the suits up to a day; zero: all.
func (r *Replayer) suits(f *File, until fazhi.Date) ([]*run, error) {
	suits := make([]*run, len(f.Suits))
	for i := range f.Suits {
		suits[i] = r.runOfSuit(&f.Suits[i], i)
		if err := suits[i].take(f.Suits[i].Events, until); err != nil {
			return nil, err
		}
	}
	return suits, nil
}

func (r *Replayer) runOf(f *File) *run {
	return &run{calendar: r.calendar, machine: r.matter, doc: &reconsideration.Case{Serial: f.Code}, at: "/events", lawOfStep: r.lawOfStep}
}

func (r *Replayer) runOfSuit(s *Suit, i int) *run {
	doc := &reconsideration.Suit{Serial: s.Serial, Instance: s.Instance, Result: s.Result}
	return &run{calendar: r.calendar, machine: r.suit, doc: doc, at: fazhi.Path("/suits").At(i, "events")}
}

// laws reports a law that there is not, and one that does not decide.
func (r *Replayer) laws(f *File, c *run) fazhi.Issues {
	var issues fazhi.Issues
	for i, e := range f.Events {
		if _, err := law.On(e.On); err != nil && !e.On.IsZero() {
			issues = append(issues, fazhi.Issue{Code: CodeLaw, Path: c.at.At(i, "on"), Message: err.Error()})
		}
	}
	if f.Law == "" {
		return issues
	}
	decides := c.version(fazhi.Date{})
	switch _, err := law.Named(f.Law); {
	case err != nil:
		issues = append(issues, fazhi.Issue{Code: CodeLaw, Path: "/law", Message: err.Error()})
	case decides != "" && decides != f.Law:
		issues = append(issues, fazhi.Issue{Code: CodeLaw, Path: "/law", Message: "依受理日期应当适用“" + decides + "”"})
	}
	return issues
}
