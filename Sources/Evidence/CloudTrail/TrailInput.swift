import JSONText
import WireText

/// CloudTrail as people paste it: one event, a file of records, what `lookup-events` prints, a result of Athena or Lake in
/// JSON, or a table.
enum TrailInput {
    /// No more calls are looked at, the last ones.
    private static let limit = 2_000

    /// The calls; `nil` when the text is something else.
    static func exchanges(_ text: InputText) -> [ObservedExchange]? {
        let head = text.bytes.prefix(1 << 20)
        guard head.contains("eventName") || head.contains("eventname") || head.contains("event_name") else {
            return nil
        }
        let found = document(text) ?? lines(text) ?? TrailTable.exchanges(text.lines)
        return found.map { $0.suffix(limit) }
    }

    // MARK: JSON

    private static func document(_ text: InputText) -> [ObservedExchange]? {
        let bare = text.bytes[...].trimmed
        guard let first = bare.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
            let value = try? JSONValue(parsing: Array(bare))
        else { return nil }
        let line = text.lines.first { !$0.bytes.isBlank }?.number
        let events = events(in: value, depth: 0)
        return events.isEmpty ? nil : events.map { ObservedExchange(line: line, record: $0) }
    }

    /// One event in each line, as exports have them.
    private static func lines(_ text: InputText) -> [ObservedExchange]? {
        var found: [ObservedExchange] = []
        for line in text.lines where !line.bytes.isBlank {
            guard line.bytes.trimmed.first == UInt8(ascii: "{"),
                let value = try? JSONValue(parsing: Array(line.bytes.trimmed))
            else { return nil }
            found += events(in: value, depth: 0).map { ObservedExchange(line: line.number, record: $0) }
        }
        return found.isEmpty ? nil : found
    }

    /// The events in a document: itself, or those in the lists of `Records`, `Events`, `QueryResultRows` or `ResultSet`.
    private static func events(in value: JSONValue, depth: Int) -> [TrailEvent] {
        guard depth < 6 else { return [] }
        if let rows = value.arrayValue {
            if let cells = row(rows), let event = TrailEvent(cells) { return [event] }
            return rows.flatMap { events(in: $0, depth: depth + 1) }
        }
        guard value.objectValue != nil else { return [] }
        if let text = value["CloudTrailEvent"]?.stringValue, let inner = try? JSONValue(parsing: text) {
            return events(in: inner, depth: depth + 1)
        }
        if let event = TrailEvent(TrailFields(value)) { return [event] }
        if let rows = value["ResultSet"]?["Rows"]?.arrayValue { return resultSet(rows) }
        return ["Records", "Events", "events", "QueryResultRows", "results", "detail", "message", "hits"]
            .flatMap { name in value[name].map { events(in: $0, depth: depth + 1) } ?? [] }
    }

    /// A row of Lake (`[{"eventName": "..."}, ...]`) or of Logs Insights (`[{"field": "...", "value": "..."}, ...]`).
    private static func row(_ cells: [JSONValue]) -> TrailFields? {
        guard !cells.isEmpty, cells.allSatisfy({ $0.objectValue != nil }) else { return nil }
        var fields = TrailFields()
        for cell in cells {
            if let name = cell["field"]?.stringValue, let text = cell["value"]?.stringValue {
                fields.add(text, path: name)
            } else if let members = cell.objectValue, members.count == 1 {
                for member in members { fields.add(member.value.stringValue ?? "", path: member.name) }
            } else {
                return nil
            }
        }
        return fields
    }

    /// What `athena get-query-results` prints: the first row names the columns.
    private static func resultSet(_ rows: [JSONValue]) -> [TrailEvent] {
        let cells = rows.map { row in (row["Data"]?.arrayValue ?? []).map { $0["VarCharValue"]?.stringValue ?? "" } }
        guard let names = cells.first else { return [] }
        return cells.dropFirst().compactMap { TrailTable.event($0, names) }
    }
}
