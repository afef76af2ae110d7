package law_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration/law"
)

func TestOn(t *testing.T) {
	for day, want := range map[fazhi.Date]string{
		fazhi.DateOf(1999, 10, 1):  law.Of2017,
		fazhi.DateOf(2023, 12, 31): law.Of2017,
		fazhi.DateOf(2024, 1, 1):   law.Of2023,
		fazhi.DateOf(2030, 1, 1):   law.Of2023,
	} {
		v, err := law.On(day)
		require.NoError(t, err)
		require.Equal(t, want, v.Name, day)
	}
	for _, day := range []fazhi.Date{{}, fazhi.DateOf(1999, 9, 30)} {
		v, err := law.On(day)
		require.ErrorIs(t, err, law.ErrUnknown)
		require.Zero(t, v)
	}
}

// 2017年文本第十七条第二款：收到之日起即为受理。
func TestAccepted(t *testing.T) {
	before, after, later := fazhi.DateOf(2023, 12, 28), fazhi.DateOf(2024, 1, 8), fazhi.DateOf(2024, 3, 1)
	for _, x := range []struct{ received, accepted, want fazhi.Date }{
		{before, after, before},
		{before, fazhi.Date{}, before},
		{fazhi.Date{}, after, after},
		{after, later, later},
		{after, fazhi.Date{}, after},
		{},
	} {
		require.Equal(t, x.want, law.Accepted(x.received, x.accepted))
	}
}

func TestNamed(t *testing.T) {
	for _, want := range law.Versions() {
		got, err := law.Named(want.Name)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
	_, err := law.Named("2008年修正")
	require.ErrorIs(t, err, law.ErrUnknown)
}

// One version ends on the day before the next begins.
func TestVersionsFollowEachOther(t *testing.T) {
	all := law.Versions()
	for i := range all[1:] {
		require.Equal(t, all[i+1].From, all[i].To.AddDays(1))
	}
	require.True(t, all[len(all)-1].To.IsZero())
}

func Example() {
	version, err := law.On(fazhi.DateOf(2023, 12, 20))
	fmt.Println(version.Name, err)
	_, err = law.On(fazhi.DateOf(1995, 5, 1))
	fmt.Println(err)
	// Output:
	// 2017年修正 <nil>
	// law: 没有这一版本的行政复议法：该法自1999年10月1日起施行
}
