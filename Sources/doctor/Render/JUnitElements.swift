/// A list of test cases with their counts: a suite, or the whole of a report, in the common form that Jenkins, GitLab and
/// GitHub's actions read.
struct JUnitSuite {
    let cases: [JUnitCase]
    /// What only one of the two carries: the time of a whole report, the timestamp of a suite.
    let own: (name: String, value: String)
    let name: String

    /// The element.
    ///
    /// - Parameter parts: The suites of a whole report; without any, the cases stand in it themselves.
    func element(_ tag: String, parts: [XMLElement]? = nil) -> XMLElement {
        XMLElement(
            name: tag,
            attributes: [
                ("name", name), ("tests", "\(cases.count)"), ("failures", "\(cases.count { $0.failure != nil })"),
                ("skipped", "\(cases.count { $0.skipped != nil })"), ("errors", "\(cases.count { $0.error != nil })"),
                own,
            ],
            children: parts ?? cases.map(\.element))
    }
}

struct JUnitCase {
    let name: String
    let className: String
    let seconds: Double
    /// Why there is no result; a failure is one.
    var error: JUnitMessage?
    var failure: JUnitMessage?
    var skipped: JUnitMessage?
    var output: String?

    init(name: String, className: String, seconds: Double) {
        self.name = name
        self.className = className
        self.seconds = seconds
    }

    var element: XMLElement {
        var element = XMLElement(
            name: "testcase",
            attributes: [("name", name), ("classname", className), ("time", Self.time(seconds))])
        if let error { element.children.append(error.element("error")) }
        if let failure { element.children.append(failure.element("failure")) }
        if let skipped { element.children.append(skipped.element("skipped")) }
        if let output { element.children.append(XMLElement(name: "system-out", text: output)) }
        return element
    }

    /// Seconds with three decimals, as JUnit's `time` has them.
    static func time(_ seconds: Double) -> String {
        let milliseconds = Int((max(0, seconds) * 1000).rounded())
        let fraction = String(milliseconds % 1000)
        return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    }
}

struct JUnitMessage {
    let message: String
    let type: String?
    let text: String

    func element(_ name: String) -> XMLElement {
        XMLElement(
            name: name, attributes: [("message", message)] + (type.map { [("type", $0)] } ?? []), text: text)
    }
}
