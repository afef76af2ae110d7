package crashtest

import "github.com/fazhi-go/fazhi/internal/crash"

// A place is where books are kept.
type place = crash.Place

// A keeper is a store of any engine.
type keeper = crash.Keeper
