import JSONText

/// Where a failed call stands in what was explained, and how often it occurs there.
package struct CallPlace: Sendable, Hashable {
    /// What the places of an input count.
    package enum Unit: Sendable, Hashable {
        /// The lines of a log.
        case line
        /// The requests of an archive, or of those that a server got.
        case request
    }

    /// The input's name; `nil` for a request that was watched as it came.
    package var input: String?

    /// What the input is, such as a botocore log.
    package var kind: String?

    package var unit: Unit
    package var number: Int?
    package var occurrences: Int

    /// The place of the first of several occurrences.
    package var first: Int?

    package var httpStatus: Int?

    /// Method and target in one line, without secrets.
    package var call: String?

    package init(
        input: String? = nil, kind: String? = nil, unit: Unit = .line, number: Int? = nil, occurrences: Int = 1,
        first: Int? = nil, httpStatus: Int? = nil, call: String? = nil
    ) {
        self.input = input
        self.kind = kind
        self.unit = unit
        self.number = number
        self.occurrences = occurrences
        self.first = first
        self.httpStatus = httpStatus
        self.call = call
    }

    /// `line 12`, `request 3`.
    package var position: String? { number.map { unit == .line ? "line \($0)" : "request \($0)" } }

    /// Whether two findings are about the same call.
    package func isSame(as other: CallPlace) -> Bool {
        (input, unit, number) == (other.input, other.unit, other.number)
    }

    /// The members of a finding's `evidence`.
    var evidence: JSONObject {
        var evidence: JSONObject = [:]
        func add(_ name: String, _ value: Int?) {
            if let value { evidence[name] = .number(JSONNumber(value)) }
        }
        if let input { evidence["input"] = .string(input) }
        if let kind { evidence["kind"] = .string(kind) }
        add(unit == .line ? "line" : "request", number)
        if occurrences > 1 {
            add("occurrences", occurrences)
            add(unit == .line ? "firstLine" : "firstRequest", first)
        }
        add("httpStatus", httpStatus)
        if let call { evidence["call"] = .string(call) }
        return evidence
    }
}
