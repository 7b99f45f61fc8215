import JSONText
package import WireText

/// A catalog as a file: JSON lines in UTF-8.
///
/// The first line is `{"schema":"bedrock-catalog/1","asOf":"2026-11-28"}`. Then, in any order, a line is one of
/// - a source: `{"source":"user-guide","authority":"documented","title":"...","url":"..."}`. Where two sources say
///   different things of a model, the one that stands first is believed;
/// - a list of regions: `{"regions":"us","list":["us-east-1",...]}`. The list that has the name of a profile's prefix is
///   where that profile can be called when a row does not say; such profiles are tried in the order of these lists;
/// - a row: what one source says of one model as of a day, see ``CatalogRow``.
package struct CatalogFile: Sendable {
    /// The value of `schema`.
    package static let schema = "bedrock-catalog/1"

    /// A named list of regions.
    package struct RegionList: Sendable, Hashable {
        package let name: String
        package let regions: [String]
    }

    package var asOf: CalendarDay
    package var sources: [CatalogSource]
    package var regionLists: [RegionList]
    package var rows: [CatalogRow]

    /// The file as text, rows in the order of their ids.
    package var text: String {
        var lines: [JSONObject] = [["schema": .string(Self.schema), "asOf": .string("\(asOf)")]]
        lines += sources.map { source in
            var line: JSONObject = [
                "source": .string(source.name), "authority": .string(source.authority.rawValue),
                "title": .string(source.title),
            ]
            line["url"] = source.url.map { .string($0) }
            return line
        }
        lines += regionLists.map { ["regions": .string($0.name), "list": .array($0.regions.map { .string($0) })] }
        let rank = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($1.name, $0) })
        lines += rows.sorted { ($0.id, rank[$0.source] ?? 0) < ($1.id, rank[$1.source] ?? 0) }.map(\.json)
        return lines.map { JSONValue.object($0).text(.compact) + "\n" }.joined()
    }

    /// The regions of a row's list, the named lists in it spelt out.
    package func regions(_ names: [String]) -> [String] {
        names.flatMap { name in
            guard name.hasPrefix("@") else { return [name] }
            return regionLists.first { $0.name == name.dropFirst() }?.regions ?? []
        }
    }
}
