package statute

import "github.com/fazhi-go/fazhi"

func (p *parser) check() fazhi.Issues { return p.issues }
