package fields

import "strings"

// messages says in Chinese what a tag asks for; %s is the tag's parameter.
var messages = map[string]string{
	"required":         "必须填写",
	"required_if":      "在这种情形下必须填写",
	"required_with":    "在这种情形下必须填写",
	"required_without": "在这种情形下必须填写",
	"excluded_if":      "在这种情形下不应填写",
	"oneof":            "应当是 %s 之一",
	"gt":               "应当大于 %s",
	"gte":              "不应小于 %s",
	"lt":               "应当小于 %s",
	"lte":              "不应大于 %s",
	"min":              "不应少于 %s",
	"max":              "不应多于 %s",
	"len":              "长度应当为 %s",
	"eq":               "应当等于 %s",
	"ne":               "不应等于 %s",
	"numeric":          "应当是数字",
	"unique":           "不应重复",
	"startswith":       "应当以“%s”开头",
	"endswith":         "应当以“%s”结尾",
	"past":             "晚于今天",
}

// structural lists tags that ask for nothing themselves.
var structural = map[string]bool{"omitempty": true, "omitzero": true, "omitnil": true, "dive": true, "keys": true, "endkeys": true, "structonly": true, "-": true, "": true}

// message returns what a tag asks for. Fields in parameters of required_if and the like are Go names, so those
// messages leave them out.
func message(tag, param string) string {
	text, ok := messages[tag]
	if !ok {
		return "不符合填写要求"
	}
	if tag == "oneof" {
		param = strings.Join(strings.Fields(param), "、")
	}
	return strings.Replace(text, "%s", param, 1)
}
