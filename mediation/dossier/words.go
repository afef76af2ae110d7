package dossier

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/mediation/dispute"
)

// title names a part: 第8项“调解协议书或者口头协议登记表”.
func (x *Part) title() string { return "第" + strconv.Itoa(x.No) + "项“" + x.Name + "”" }

// why says why a part as needed is needed.
func (x *Part) why() string {
	if x.Need != AsNeeded || x.When == "" {
		return ""
	}
	return "（" + x.When + "）"
}

// choice names the papers of which one must be there: “申请书”或者“受理登记表”.
func (x *Part) choice(d *dispute.Dispute) string {
	return "“" + strings.Join(x.wanted(d), "”或者“") + "”"
}
