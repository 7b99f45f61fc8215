import Codes
package import Evidence
import JSONText
package import Report

/// What is wrong in one input: each distinct failure once, the last of them first.
package struct Explanation: Sendable {
    /// Failures of the same cause, of which the last one is shown.
    private struct Group {
        var diagnosis: ExchangeDiagnosis
        var count = 1
        var firstLine: Int?
        var lastIndex: Int
    }

    package let findings: [Finding]

    /// What failed first, what came again, and what failed last, where an input shows several failures.
    package let story: String?

    /// The scene of the failure that decided, or of the last call.
    package let scene: Scene

    /// Explains an input.
    ///
    /// - Parameter examinations: What a server found in each request, in the order of the input's exchanges; empty where no
    ///   server says.
    package init(_ input: ReadInput, context: ExplainContext, examinations: [ServerExamination] = []) {
        let exchanges = ReadingChoice.exchanges(of: input)
        let words = input.excerpt.map(ReporterWords.init)
        let scenes = SceneReader(input.excerpt, words: words)
        let all = Self.diagnosed(exchanges, context, examinations, scenes: scenes)
        let diagnoses = all.filter { !$0.1.findings.isEmpty }
        let failed = Self.worthTelling(diagnoses, hasOthers: all.contains { !$0.1.isMetadataCall })
        var groups: [[String]: Group] = [:]
        for (index, shown) in failed {
            let diagnosis = shown.after { all.prefix(index).suffix(Self.attemptLimit).map { $0.1 } }
            let key = diagnosis.key
            if var known = groups[key] {
                known.count += 1
                known.diagnosis = diagnosis
                known.lastIndex = index
                groups[key] = known
            } else {
                groups[key] = Group(diagnosis: diagnosis, firstLine: diagnosis.exchange.line, lastIndex: index)
            }
        }
        let ordered = groups.values.sorted { $0.lastIndex > $1.lastIndex }
        var findings = ordered.flatMap { group in Self.placed(group, in: input) }
        if let last = ordered.first, let words {
            // What a reporter tells is told of the failure that decided.
            let own = findings.prefix(last.diagnosis.findings.count)
            let ruled = RuledOut(words: words, scene: last.diagnosis.scene, text: scenes.surroundings)
                .applied(to: Array(own))
            // What was pasted shows more than what is told.
            let pasted = input.excerpt.map { excerpt in
                ComparedCall(
                    lines: excerpt.pasted, code: last.diagnosis.findings.first?.code ?? .unknownError,
                    scene: last.diagnosis.scene, error: last.diagnosis.error, variables: words.variables,
                    contrasts: words.contrasts)
            }
            findings = (pasted.map { Compared($0).applied(to: ruled) } ?? ruled) + findings.dropFirst(own.count)
        }
        if failed.isEmpty { findings = [Self.nothingFailed(exchanges, in: input)] }
        self.findings = findings.withoutRepeatedAdvice()
        story = Self.story(ordered, in: input)
        scene = (ordered.first?.diagnosis ?? all.last?.1)?.scene ?? Scene()
    }

    /// How many calls before a refused one are looked at.
    private static let attemptLimit = 32

    /// The last calls, each of which is examined by itself; those before them are where they look different.
    static let wholeLimit = 64

    /// Every call with what is wrong in it, in their order.
    ///
    /// - Parameter examined: Counts the calls that were examined by themselves.
    static func diagnosed(
        _ exchanges: [ObservedExchange], _ context: ExplainContext, _ examinations: [ServerExamination] = [],
        scenes: SceneReader = SceneReader(nil), examined: ((Int) -> Void)? = nil
    ) -> [(Int, ExchangeDiagnosis)] {
        var known: [ExchangeShape: ExchangeDiagnosis] = [:]
        var whole = 0
        var diagnoses: [(Int, ExchangeDiagnosis)] = []
        for (index, exchange) in exchanges.enumerated().reversed() {
            let examination = examinations.indices.contains(index) ? examinations[index] : ServerExamination()
            let shape = examination.causes == nil ? ExchangeShape(exchange) : nil
            if whole >= wholeLimit, let shape, let alike = known[shape] {
                diagnoses.append((index, alike.again(exchange)))
                continue
            }
            let diagnosis = ExchangeDiagnosis(
                exchange, context: context, examination: examination, scenes: scenes,
                position: index == exchanges.count - 1 ? .last : .earlier)
            diagnoses.append((index, diagnosis))
            if let shape {
                whole += 1
                known[shape] = known[shape] ?? diagnosis
            }
        }
        examined?(whole)
        return diagnoses.reversed()
    }

    /// Without calls to a machine's metadata, which fail everywhere but on AWS, unless an input shows no others; and, beside
    /// calls that are known to have failed, without those of which nothing is known.
    private static func worthTelling(
        _ all: [(Int, ExchangeDiagnosis)], hasOthers: Bool
    ) -> [(Int, ExchangeDiagnosis)] {
        let calls = hasOthers ? all.filter { !$0.1.isMetadataCall } : all
        let known = calls.filter { $0.1.findings.contains { $0.status == .fail || $0.status == .warn } }
        return known.isEmpty ? calls : known
    }

    /// The failures in the order of the input; `nil` for one.
    private static func story(_ groups: [Group], in input: ReadInput) -> String? {
        let failures = groups.reversed().compactMap { group -> String? in
            guard let finding = group.diagnosis.findings.first, finding.status != .pass else { return nil }
            let unit = countsRequests(input.kind) ? "request" : "line"
            let place = (group.firstLine ?? group.diagnosis.exchange.line).map { " at \(unit) \($0)" } ?? ""
            return finding.code.spelling + place + (group.count > 1 ? ", \(group.count) times" : "")
        }
        guard failures.count > 1, failures.count <= storyLimit else { return nil }
        if case .listed = input.otherReading { return "Told one by one: \(failures.joined(separator: "; "))" }
        return "In order: \(failures.joined(separator: "; then ")), which decided"
    }

    /// A longer story is none: the findings tell it.
    private static let storyLimit = 8

    /// Servers and archives count requests, a log lines.
    private static func countsRequests(_ kind: InputKind) -> Bool {
        [.servedRequests, .harArchive, .recording].contains(kind)
    }

    /// The findings with the place of their call.
    private static func placed(_ group: Group, in input: ReadInput) -> [Finding] {
        let exchange = group.diagnosis.exchange
        var place = CallPlace(
            input: PrintableText.escaped(input.name, limit: 200), kind: input.kind.rawValue,
            unit: countsRequests(input.kind) ? .request : .line,
            number: exchange.line, occurrences: group.count, first: group.firstLine,
            call: group.diagnosis.call.map { PrintableText.escaped($0, limit: 300) })
        return group.diagnosis.findings.map { finding in
            var finding = finding
            let answered = finding.code.group == .signature ? nil : group.diagnosis.error?.status
            place.httpStatus = answered ?? exchange.response?.status
            finding.call = place
            return finding
        }
    }

    /// Whether the call was answered by a stream of which the input shows no event.
    private static func isOpenStream(_ exchange: ObservedExchange) -> Bool {
        guard let response = exchange.response, response.events.isEmpty, response.body.isEmpty else { return false }
        return exchange.request.flatMap { RuntimePath($0.target) }?.operation == "ConverseStream"
    }

    private static func nothingFailed(_ exchanges: [ObservedExchange], in input: ReadInput) -> Finding {
        let count = exchanges.count
        return Finding(
            code: .nothingFailed, check: ExchangeDiagnosis.check, status: .pass,
            title: count == 1
                ? "The call was answered without an error" : "All \(count) calls were answered without an error",
            detail: "The input holds no refusal and no failure to explain."
                + (exchanges.contains(where: isOpenStream)
                    ? " The events of a streamed answer are not in it: whether that came to its end is not shown."
                    : ""),
            call: CallPlace(input: PrintableText.escaped(input.name, limit: 200), kind: input.kind.rawValue),
            evidence: ["calls": .number(JSONNumber(count))])
    }
}
