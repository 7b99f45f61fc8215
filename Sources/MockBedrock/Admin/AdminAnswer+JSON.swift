package import JSONText
import WireText

extension AdminAnswer {
    /// An answer in JSON.
    package static func json(_ value: JSONValue, status: Int = 200) -> AdminAnswer {
        AdminAnswer(
            status: status, headers: [HeaderField("Content-Type", "application/json")], body: value.bytes(.compact))
    }

    /// An answer that says what was expected.
    package static func error(_ status: Int, _ expected: String, _ more: JSONObject = [:]) -> AdminAnswer {
        var body: JSONObject = ["error": .string(expected)]
        for member in more { body[member.name] = member.value }
        return .json(.object(body), status: status)
    }
}
