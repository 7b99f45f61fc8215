import Codes
package import JSONText
package import Report
package import RequestRules

/// What is wrong with a request, as findings: each with its place, what was expected, and the refusal that it prevents.
package enum RequestFindings {
    /// Where the judged request stands.
    package struct Place: Sendable {
        /// The name of the file, or of standard input.
        package let input: String
        /// Its number among the requests of a recording or an archive; `nil` for a body alone.
        package let number: Int?
        /// Where the model is named in the text; `nil` where it comes from elsewhere.
        package let model: JSONPosition?
        /// The place of a value, or of a member's name, in the text; `nil` where the body does not stand there as it is.
        package let position: @Sendable (JSONPath, JSONShapeError.Place) -> JSONPosition?

        package init(
            input: String, number: Int?, model: JSONPosition?,
            position: @escaping @Sendable (JSONPath, JSONShapeError.Place) -> JSONPosition?
        ) {
            self.input = input
            self.number = number
            self.model = model
            self.position = position
        }
    }

    /// The findings, what is refused first.
    package static func findings(_ faults: [RequestFault], at place: Place) -> [Finding] {
        faults.map { finding($0, place) }.causeFirst()
    }

    /// What is said of an input in which nothing is wrong.
    package static func valid(requests count: Int, in input: String) -> Finding {
        Finding(
            code: .requestValid, check: .request, status: .pass,
            title: count == 1 ? FindingCode.requestValid.title : "\(count) requests are in order",
            detail: PrintableText.escaped(input), call: CallPlace(input: PrintableText.escaped(input)),
            evidence: ["requests": .number(JSONNumber(count))], confidence: .certain)
    }

    private static func finding(_ fault: RequestFault, _ place: Place) -> Finding {
        let position = fault.path.map { nearest(to: $0, fault.isName ? .name : .value, place) } ?? place.model
        var call = CallPlace(input: PrintableText.escaped(place.input))
        if let position {
            call.number = position.line
        } else if let number = place.number {
            call.unit = .request
            call.number = number
        }
        var evidence: JSONObject = ["rule": .string(fault.rule)]
        if let path = fault.path { evidence["path"] = .string(PrintableText.escaped(path.description, limit: 400)) }
        if let column = position?.column { evidence["column"] = .number(JSONNumber(column)) }
        if let number = place.number, position != nil { evidence["exchange"] = .number(JSONNumber(number)) }
        evidence["expected"] = .string(PrintableText.escaped(fault.expected, limit: 400))
        evidence["found"] = .string(PrintableText.escaped(fault.found, limit: 200))
        if let refusal = fault.refusal { evidence["refusal"] = .string(SafeMessage.text(refusal)) }
        for member in ground(fault.ground) { evidence[member.name] = member.value }
        if fault.more > 0 { evidence["more"] = .number(JSONNumber(fault.more)) }
        return Finding(
            code: fault.code, check: .request, status: fault.weight == .refused ? .fail : .warn,
            title: PrintableText.escaped(fault.title, limit: 200),
            detail: detail(fault, place, position), call: call, evidence: evidence, where: .client,
            confidence: confidence(fault), remedies: [Remedy(PrintableText.escaped(fault.remedy, limit: 800))])
    }

    private static func confidence(_ fault: RequestFault) -> Confidence {
        guard fault.weight == .refused else { return .likely }
        return switch fault.ground {
        case .model, .rule(_, isQuoted: true): .certain
        case .rule, .catalog: .likely
        }
    }

    /// The place of a value, or of what it is missing from.
    private static func nearest(to path: JSONPath, _ kind: JSONShapeError.Place, _ place: Place) -> JSONPosition? {
        if let position = place.position(path, kind) { return position }
        guard !path.steps.isEmpty else { return nil }
        return nearest(to: JSONPath(path.steps.dropLast()), .value, place)
    }

    private static func ground(_ ground: RequestFault.Ground) -> JSONObject {
        switch ground {
        case .model: ["source": "the service model"]
        case .rule(let page, let isQuoted): ["source": .string(page), "refusalIs": isQuoted ? "quoted" : "authored"]
        case .catalog(let source, let day): ["source": .string(source), "asOf": .string(day)]
        }
    }

    private static func detail(_ fault: RequestFault, _ place: Place, _ position: JSONPosition?) -> String {
        var parts = [PrintableText.escaped(place.input)]
        if let number = place.number { parts.append("request \(number)") }
        if let path = fault.path { parts.append(PrintableText.escaped(path.description, limit: 200)) }
        if let position { parts.append("line \(position.line), column \(position.column)") }
        var sentences = [
            "\(parts.joined(separator: ", ")): expected \(PrintableText.escaped(fault.expected, limit: 300)), found "
                + "\(PrintableText.escaped(fault.found, limit: 200))."
        ]
        if fault.more > 0 { sentences.append("The same stands in \(fault.more) more places.") }
        switch fault.ground {
        case .catalog(let source, let day): sentences.append("Source: \(source), as of \(day).")
        case .rule(_, isQuoted: false): return sentences.joined(separator: " ")
        case .rule, .model: break
        }
        if let refusal = fault.refusal {
            sentences.append("The service says: \(SafeMessage.text(refusal))")
        }
        return sentences.joined(separator: " ")
    }
}
