import JSONText
import MockBedrock
import Report
import WireText

/// Why a request to the admin endpoint gets no answer of its own; each says what was expected.
enum AdminFault: Error, Sendable {
    case notFound(String)
    case bad(String)
    /// The methods that the place takes.
    case method([String])
    case full(String)

    var answer: AdminAnswer {
        switch self {
        case .notFound(let expected): return .error(404, expected)
        case .bad(let expected): return .error(400, expected)
        case .full(let expected): return .error(409, expected)
        case .method(let methods):
            var answer = AdminAnswer.error(405, "expected \(methods.joined(separator: ", "))")
            answer.headers.append(HeaderField("Allow", methods.joined(separator: ", ")))
            return answer
        }
    }
}

/// The parameters of a request to the admin endpoint.
struct AdminParameters {
    private let request: AdminRequest

    init(_ request: AdminRequest) {
        self.request = request
    }

    /// The client that is asked for: `client=` is one without a name; nil for all where nothing is said.
    func client() throws(AdminFault) -> ClientName? {
        guard let text = request["client"] else { return nil }
        return try Self.client(text)
    }

    static func client(_ text: String) throws(AdminFault) -> ClientName {
        if text.isEmpty { return .unnamed }
        guard let name = ClientName(text) else { throw .bad(ClientName.expected) }
        return name
    }

    /// Refuses what nobody reads: a name that was mistyped would change what is done without a word.
    ///
    /// - Parameters:
    ///   - noun: What has the name: a parameter, a member.
    ///   - expected: What is said of all of them.
    static func require(
        _ names: [String], among known: [String], _ noun: String, _ expected: String
    ) throws(AdminFault) {
        for name in names where !known.contains(name) {
            let hint = NearestName.nearest(to: name, among: known).map { " (did you mean \"\($0)\"?)" } ?? ""
            throw .bad("found the \(noun) \"\(PrintableText.escaped(name, limit: 40))\"\(hint); \(expected)")
        }
    }

    /// Refuses parameters of other names.
    func require(only known: [String]) throws(AdminFault) {
        let names = request.query.map(\.name)
        for name in known where names.count(where: { $0 == name }) > 1 {
            throw .bad("found the parameter \"\(name)\" more than once; expected it once")
        }
        let expected = known.isEmpty ? "expected no parameters" : "expected " + known.joined(separator: ", ")
        try Self.require(names, among: known, "parameter", expected)
    }

    /// A whole number.
    func number(_ name: String, or usual: Int, in range: ClosedRange<Int>) throws(AdminFault) -> Int {
        guard let text = request[name] else { return usual }
        guard let number = Int(text), range.contains(number) else {
            throw .bad("expected \(name) to be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}
