import Codes
import Diagnosis
import JSONText
import Report

/// The findings of a report for the page: by check, explained calls each under its place, and the pages of codes.
struct HTMLFindings {
    let findings: [Finding]

    // MARK: Sections

    /// A heading with the findings under it, in the report's order.
    var sections: [HTMLValues] {
        var order: [Heading] = []
        var byHeading: [Heading: [Finding]] = [:]
        for finding in findings where !Self.isPage(finding) {
            let heading = Heading(finding)
            if byHeading[heading] == nil { order.append(heading) }
            byHeading[heading, default: []].append(finding)
        }
        return order.map { heading in
            HTMLValues(present: [
                "name": heading.name, "call": heading.call, "findings": byHeading[heading, default: []].map(values),
            ])
        }
    }

    private struct Heading: Hashable {
        let name: String
        let call: String?

        init(_ finding: Finding) {
            guard let place = finding.call, let input = place.input else {
                let check = finding.check.rawValue
                name = check.prefix(1).uppercased() + check.dropFirst()
                call = nil
                return
            }
            name = VisibleText.of(([input] + (place.position.map { [$0] } ?? [])).joined(separator: ", "))
            let status = place.httpStatus.map { " \u{2192} \($0)" } ?? ""
            call = place.call.map { VisibleText.of($0 + status) }
        }
    }

    // MARK: One finding

    private func values(_ finding: Finding) -> HTMLValues {
        let isStage = finding.code == .requestSigned
        let brief = isStage ? [] : finding.rows.map { fact($0.name, $0.text) }
        return HTMLValues(present: [
            "status": finding.status.rawValue, "mark": TextStyle.word(finding.status),
            "title": VisibleText.of(finding.title), "code": finding.code.spelling,
            "confidence": finding.confidence?.rawValue,
            "duration": finding.durationMs.map(HTMLDuration.text), "detail": VisibleText.of(finding.detail),
            "comparison": HTMLComparison.all(finding),
            "brief": brief.isEmpty ? nil : ["facts": brief],
            "remedies": finding.status == .pass && !isStage ? nil : finding.remedies.map(HTMLRemedy.values),
            "evidence": evidence(finding, isOpen: isStage),
        ])
    }

    private func evidence(_ finding: Finding, isOpen: Bool) -> HTMLValues? {
        let facts = finding.listedFacts.map { member in
            fact(member.name, member.value.stringValue ?? member.value.text(.compact))
        }
        return facts.isEmpty ? nil : HTMLValues(present: ["facts": facts, "open": isOpen ? true : nil])
    }

    /// The longest value that is shown whole, in characters.
    private static let limit = 20_000

    private func fact(_ name: String, _ value: String) -> HTMLValues {
        let shown = value.count > Self.limit ? value.prefix(Self.limit) + "\u{2026}" : value[...]
        return ["name": VisibleText.of(name), "value": VisibleText.of(shown)]
    }

    // MARK: The pages of codes

    /// A finding that is not a finding: the page of a code, which `explain CODE` has in a report's shape.
    private static func isPage(_ finding: Finding) -> Bool {
        finding.kind == .page
    }

    var pages: HTMLValues? {
        let pages = findings.filter(Self.isPage).map(\.code)
        guard !pages.isEmpty else { return nil }
        let codes = pages.map { code in
            HTMLValues(present: [
                "code": code.spelling, "title": code.title, "open": pages.count == 1 ? true : nil,
                "parts": code.parts.map { ["heading": $0.heading, "text": $0.text] },
            ])
        }
        return ["codes": codes]
    }
}

/// A remedy for the page.
enum HTMLRemedy {
    static func values(_ remedy: Remedy) -> HTMLValues {
        HTMLValues(present: [
            "text": VisibleText.of(remedy.text), "command": remedy.command.map { VisibleText.of($0) },
        ])
    }
}
