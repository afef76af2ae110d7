//go:build tools

package crashtest

import "testing"

func TestManyDamagedPages(t *testing.T) { damagePages(newTrial(t), 400) }
