package crashtest

import (
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/fazhi-go/fazhi/internal/crash"
)

// chosen is the seed of the command line.
var chosen = flag.Uint64("seed", 0, "seed of everything that happens at random; 0: another one each time")

func TestMain(m *testing.M) {
	crash.Main(obey)
	os.Exit(m.Run())
}

// An order is what a process is to do.
type order struct {
	Role    string // see obey
	Place   place
	Seed    uint64
	Name    string // of the process; begins its request ids
	Patient bool   // a writer repeats requests whose outcome is unknown
	Limit   uint64 // no file may become longer; 0: as long as it likes
	Account int    // to become before anything is opened; 0: nobody else
	Look    bool   // an opener only reads
}

// obey does what an order says.
func obey(o order) error {
	if err := o.confine(); err != nil {
		return err
	}
	switch o.Role {
	case "writer":
		return write(o)
	case "follower":
		return follow(o)
	case "opener":
		return tryOpen(o)
	}
	return fmt.Errorf("no role %q", o.Role)
}
