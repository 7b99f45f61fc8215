import JSONText
import Report

/// The catalog for a person: a line for each model, or all of a few.
enum CatalogText {
    /// As many models are shown whole.
    private static let wholeModels = 3

    static func renderer(verbosity: Int) -> TextRenderer {
        { report, style in
            let whole = verbosity > 0 || report.catalog.count <= wholeModels
            let width = report.catalog.map { ($0["id"]?.stringValue ?? "").columns }.max() ?? 0
            var lines = report.catalog.flatMap { model in
                whole ? page(model, style) : entry(model, width: width, style)
            }
            let findings =
                report.findings.isEmpty
                ? [] : [TextReport(report: withoutNotes(report), style: style, verbosity: verbosity).rendered()]
            if !lines.isEmpty, !report.notes.isEmpty { lines.append("") }
            lines += TextReport.notes(report.notes, style)
            return (findings + lines.map { $0 + "\n" }).joined()
        }
    }

    private static func withoutNotes(_ report: Report) -> Report {
        var report = report
        report.notes = []
        return report
    }

    // MARK: A line

    private static func entry(_ model: JSONObject, width: Int, _ style: TextStyle) -> [String] {
        let id = VisibleText.of(model["id"]?.stringValue ?? "")
        let facts = facts(model, style)
        let head = id.padded(to: width) + "  "
        if (head + facts.joined(separator: "  ")).columns <= style.width {
            return [(head + facts.joined(separator: "  ")).withoutTrailingSpaces()]
        }
        return [id] + TextWrap.flow(facts, width: style.width - 4).map { "    " + $0.withoutTrailingSpaces() }
    }

    private static func facts(_ model: JSONObject, _ style: TextStyle) -> [String] {
        let size = { (name: String) in model[name]?.numberValue?.int64.map(tokens) ?? "-" }
        let prefixes = model["profiles"]?.arrayValue?.compactMap { $0["prefix"]?.stringValue } ?? []
        var facts = ["\(size("contextTokens"))/\(size("maxOutputTokens"))".padded(to: 10)]
        if model["api"]?.stringValue == "none" { facts.append("bedrock-mantle only") }
        if let state = model["lifecycle"]?.stringValue, state != "active" { facts.append(style.bold(state)) }
        if model["onDemand"] != nil { facts.append("on demand") }
        if !prefixes.isEmpty { facts.append(VisibleText.of(prefixes.map { $0 + "." }.joined(separator: " "))) }
        return facts
    }

    /// `200K`, `1M`: sizes as model cards write them.
    private static func tokens(_ number: Int64) -> String {
        if number >= 1_000_000, number % 1_000_000 == 0 { return "\(number / 1_000_000)M" }
        return number >= 1000 ? "\((number + 500) / 1000)K" : "\(number)"
    }

    // MARK: All of a model

    private static func page(_ model: JSONObject, _ style: TextStyle) -> [String] {
        var lines = [style.bold(VisibleText.of(model["id"]?.stringValue ?? ""))]
        for member in model where !["id", "profiles", "flags", "rows"].contains(member.name) {
            lines += row(member.name, words(member.value), style)
        }
        for profile in model["profiles"]?.arrayValue ?? [] {
            let stated = profile["stated"]?.boolValue == true ? "" : " (the usual regions of this prefix; not stated)"
            lines += row(
                "profile \(profile["prefix"]?.stringValue ?? "").", words(profile["regions"] ?? .null) + stated, style)
        }
        let flags = model["flags"]?.objectValue ?? [:]
        for (title, value) in [("yes", JSONValue.bool(true)), ("no", .bool(false)), ("not streamed", "notStreamed")] {
            let names = flags.filter { $0.value == value }.map(\.name)
            if !names.isEmpty { lines += row(title, names.joined(separator: ", "), style) }
        }
        for source in model["rows"]?.arrayValue ?? [] {
            let word = { (name: String) in source[name]?.stringValue ?? "" }
            lines += row("source", "\(word("source")) (\(word("authority"))), as of \(word("asOf"))", style)
            if source["note"] != nil { lines += row("note", word("note"), style) }
        }
        return lines + [""]
    }

    private static func row(_ title: String, _ text: String, _ style: TextStyle) -> [String] {
        TextWrap.lines(
            VisibleText.of(text), width: style.width, behind: "  \(VisibleText.of(title).padded(to: 18))  ")
    }

    private static func words(_ value: JSONValue) -> String {
        if let list = value.arrayValue { return list.compactMap(\.stringValue).joined(separator: ", ") }
        return value.stringValue ?? value.description
    }
}
