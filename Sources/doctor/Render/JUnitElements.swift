/// The whole of a JUnit report, in the common form that Jenkins, GitLab and GitHub's actions read.
struct JUnitSuites {
    let suites: [JUnitSuite]
    let name: String
    let seconds: Double

    init(_ suites: [JUnitSuite], name: String, seconds: Double) {
        self.suites = suites
        self.name = name
        self.seconds = seconds
    }

    var element: XMLElement {
        let counts = JUnitCounts(suites.flatMap(\.cases))
        return XMLElement(
            name: "testsuites",
            attributes: [("name", name)] + counts.attributes + [("time", JUnitCase.time(seconds))],
            children: suites.map(\.element))
    }
}

struct JUnitSuite {
    let cases: [JUnitCase]
    let name: String
    let timestamp: String

    init(_ cases: [JUnitCase], name: String, timestamp: String) {
        self.cases = cases
        self.name = name
        self.timestamp = timestamp
    }

    var element: XMLElement {
        XMLElement(
            name: "testsuite",
            attributes: [("name", name)] + JUnitCounts(cases).attributes + [("timestamp", timestamp)],
            children: cases.map(\.element))
    }
}

/// The counts that a suite and the whole report carry.
struct JUnitCounts {
    private let cases: [JUnitCase]

    init(_ cases: [JUnitCase]) { self.cases = cases }

    var attributes: [(name: String, value: String)] {
        [
            ("tests", "\(cases.count)"), ("failures", "\(cases.count { $0.failure != nil })"),
            ("skipped", "\(cases.count { $0.skipped != nil })"), ("errors", "0"),
        ]
    }
}

struct JUnitCase {
    let name: String
    let className: String
    let seconds: Double
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
