import Codes
import Evidence
import JSONText
import Report

/// What the reporter's words rule out of the findings of a failure: a remedy that they refute is not told, and the difference that
/// they name is looked at first.
struct RuledOut {
    let words: ReporterWords
    let scene: Scene

    /// The beginning of the input, as text.
    var text = ""

    /// No more contrasts are followed: a person tells one, or two.
    private static let limit = 2

    private static let clientFirst: Set<CauseFamily> = [.model, .denied, .unknown, .program]

    /// The findings as far as the words leave them.
    func applied(to findings: [Finding]) -> [Finding] {
        guard let first = findings.first, first.status != .pass, let family = CauseFamily(first.code) else {
            return findings
        }
        // Who gets through calls another region: a host that does not exist answers nobody.
        let isAbsent = first.code == .regionHasNoEndpoint
        // Wherever else it works, that build has no credentials but those in the code.
        let isBuild = first.code == .credentialsMissing && BrowserBuild.stands(in: text)
        // Another program's call of AWS says nothing of a download.
        let isFetch = first.code == .programFailed && PackageFetch(in: text) != nil
        let told =
            words.contrasts.isEmpty || isBuild || isFetch || isAbsent ? findings : contrasted(findings, first, family)
        let done = AlreadyDone(words: words, family: family, scene: scene, text: text).applied(to: told)
        return ToldCircumstances(words: words, scene: scene, family: family, text: text).applied(to: done)
    }

    private func contrasted(_ findings: [Finding], _ cause: Finding, _ family: CauseFamily) -> [Finding] {
        var first = cause
        let cases = words.contrasts.map {
            ContrastCase(
                contrast: $0, code: first.code, scene: scene, hasSameKeys: words.sameKeys != nil,
                variables: words.variables, text: text)
        }.filter(\.isOfOthers)
        // Another program with the same request shows most of what need not be looked at.
        let byClient =
            Self.clientFirst.contains(family) ? cases.filter(\.isOfClient) + cases.filter { !$0.isOfClient } : cases
        // A version of the failing program itself with which it works shares all the rest with the one that fails.
        // So does the same call without one of its parts.
        let nearest = byClient.filter { $0.contrast.dimension == .feature } + byClient.filter(\.isOfWorkingVersion)
        let ranked = nearest + byClient.filter { !nearest.map(\.contrast).contains($0.contrast) }
        var advised: [(call: ContrastCase, advice: ContrastAdvice)] = []
        for call in ranked where advised.count < Self.limit {
            guard let advice = ContrastAdvice.of(call.contrast.dimension, family),
                !advised.contains(where: { $0.advice.dimensions == advice.dimensions }),
                !(family == .model && call.contrast.dimension == .region && advised.contains { $0.call.isOfClient })
            else { continue }
            advised.append((call, advice))
        }
        guard !advised.isEmpty else { return findings }
        apply(advised, to: &first)
        // What was made again with another mistake stays; a guess at the keys does not.
        let rest = findings.dropFirst().filter { finding in
            !(finding.confidence == .possible && finding.code == .keyWrong && rulesOut(.keys, advised.map(\.advice)))
        }
        return [first] + rest
    }

    private func rulesOut(_ subject: RemedySubject, _ advice: [ContrastAdvice]) -> Bool {
        advice.contains { $0.rulesOut.contains(subject) }
    }

    private func apply(_ advised: [(call: ContrastCase, advice: ContrastAdvice)], to finding: inout Finding) {
        let subjects = Set(advised.flatMap(\.advice.rulesOut))
        let deferred = Set(advised.flatMap(\.advice.defers))
        var rest = finding.remedies
        if finding.confidence != .proven {
            rest.removeAll { !$0.subjects.isDisjoint(with: subjects) }
            rest = rest.deferring(deferred)
        }
        // A difference that is told is a better place to begin than everything.
        if advised.contains(where: { $0.advice.place == .first }) {
            rest.removeAll { $0.subjects.contains(.everything) }
        }
        for (call, advice) in advised.reversed() {
            // What works elsewhere does not change the figure that the message gives.
            let isBehind =
                advice.place == .second || finding.confidence == .proven
                || finding.remedies.first.map { !$0.subjects.isDisjoint(with: [.figure, .instruction]) } ?? false
            let specific = rest.prefix { $0.subjects.contains(.shown) }.count
            rest.insert(contentsOf: advice.remedies(call), at: max(specific, isBehind ? min(1, rest.count) : 0))
        }
        finding.remedies = rest
        for (call, _) in advised {
            if let row = FactRow("told", Self.told(call.contrast)) { finding.rows.append(row) }
        }
        finding.facts["told"] = .array(advised.map { .object(Self.evidence($0.call.contrast)) })
    }

    /// A contrast as a person reads it.
    private static func told(_ contrast: Contrast) -> String {
        let says = SafeMessage.text(contrast.evidence, limit: 160)
        return "\(title(contrast)): \"\(says)\" (line \(contrast.line))"
    }

    private static func title(_ contrast: Contrast) -> String {
        switch (contrast.works, contrast.fails) {
        case (let works?, let fails?): "\(works) works, not \(fails)"
        case (let works?, nil): "\(works) works"
        case (nil, let fails?): "only \(fails)"
        case (nil, nil): "it worked before"
        }
    }

    private static func evidence(_ contrast: Contrast) -> JSONObject {
        var members: JSONObject = ["differsIn": .string(contrast.dimension.rawValue)]
        if let works = contrast.works { members["works"] = .string(PrintableText.escaped(works)) }
        if let fails = contrast.fails { members["fails"] = .string(PrintableText.escaped(fails)) }
        members["says"] = .string(SafeMessage.text(contrast.evidence, limit: 300))
        members["line"] = .number(JSONNumber(contrast.line))
        return members
    }
}
