import Catalog
import Codes
import JSONText
import Report
import WireText

/// Judges the model id of PRX's configuration by the catalog.
enum ConfiguredModel {
    static func findings(
        _ model: String, place: String, _ fact: PRXConfigurationFact, _ facts: EnvironmentFacts
    ) -> [Finding] {
        let shown = PrintableText.escaped(model, limit: 100)
        let base: JSONObject = [
            "path": VariableView.plain(fact.path), "place": .string(place), "model": .string(shown),
        ]
        if ValueFlaw(of: model) != nil {
            return [
                finding(
                    .configModelUnclean, .fail, .certain, "The configured model has characters that no id has", base,
                    "White space, quotes and control characters go into the URL as they are, and no model is found.",
                    Remedy(
                        "Write \(place) = \"\(PrintableText.escaped(ValueFlaw.cleaned(model), limit: 100))\"",
                        command: ConfigurationCheck.edit(fact)))
            ]
        }
        let today = CalendarDay(unixSeconds: facts.now)
        let known = facts.catalog.lookup(model, today: today)
        guard let entry = known.entry else { return [unlisted(model, shown, known.suggestion, place, base, fact)] }
        // The region of the calls is not known here: the prefix of the configured id is kept where the next model has it.
        let next = entry.successor.map { facts.catalog.callable($0, from: nil, like: model) ?? $0 }
        let successor = next.map { " \($0) follows it." } ?? ""
        switch known.lifecycle {
        case .retired:
            return [
                finding(
                    .configModelRetired, .fail, .certain,
                    "\(shown) has reached the end of its life\(on(entry.endOfLifeDay))",
                    base, "Every call to it is refused.\(successor)", replacement(next, place, fact))
            ]
        case .legacy:
            return [
                finding(
                    .configModelLegacy, .warn, .certain, "\(shown) is a legacy model\(since(entry.legacyDay))", base,
                    "It is closed to new customers and to accounts that have not used it lately\(entry.endOfLifeDay.map { ", and ends on \($0)" } ?? "").\(successor)",
                    replacement(next, place, fact))
            ]
        case .active, nil: return []
        }
    }

    private static func unlisted(
        _ model: String, _ shown: String, _ nearest: String?, _ place: String, _ base: JSONObject,
        _ fact: PRXConfigurationFact
    ) -> Finding {
        if let nearest {
            return finding(
                .configModelMisspelt, .fail, .likely, "Bedrock has no model \(shown); did you mean \(nearest)?", base,
                "Bedrock answers such an id with \"The provided model identifier is invalid\".",
                Remedy("Write \(place) = \"\(nearest)\"", command: ConfigurationCheck.edit(fact)))
        }
        return finding(
            .configModelUnknown, .warn, .possible, "The model \(shown) is not in the catalog", base,
            "It may be newer than this tool, or your own. A probe says whether it can be called.",
            Remedy("Probe it", .doctor(DoctorStep("check", [.model(model)]))))
    }

    private static func replacement(_ successor: String?, _ place: String, _ fact: PRXConfigurationFact) -> Remedy {
        successor.map { Remedy("Write \(place) = \"\($0)\"", command: ConfigurationCheck.edit(fact)) }
            ?? Remedy("See which models this account can call", .doctor(DoctorStep("models")))
    }

    private static func on(_ day: CalendarDay?) -> String { day.map { ", on \($0)" } ?? "" }

    private static func since(_ day: CalendarDay?) -> String { day.map { " since \($0)" } ?? "" }

    private static func finding(
        _ code: FindingCode, _ status: Status, _ confidence: Confidence, _ title: String, _ evidence: JSONObject,
        _ detail: String, _ remedy: Remedy
    ) -> Finding {
        Finding(
            code: code, check: ConfigurationCheck.check, status: status, title: title, detail: detail,
            evidence: evidence, where: .client, confidence: confidence, remedies: [remedy])
    }
}
