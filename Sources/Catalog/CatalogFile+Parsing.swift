import JSONText
import WireText

extension CatalogFile {
    /// Reads a catalog file.
    ///
    /// - Parameters:
    ///   - bytes: The file, in UTF-8. Empty lines are passed over.
    ///   - file: How errors name the file.
    /// - Throws: ``CatalogFileError`` for a line that is no JSON, unknown members, wrong types and values, a source or a
    ///   list that the file does not have, and two rows of one source about one model.
    package init(parsing bytes: [UInt8], file: String) throws(CatalogFileError) {
        var reader = CatalogLines(file: file)
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
            try reader.take(Array(text), line: number)
        }
        self = try reader.finished()
    }
}

/// Takes a catalog file line by line.
private struct CatalogLines {
    let file: String
    private var asOf: CalendarDay?
    private var sources: [String: (source: CatalogSource, line: Int)] = [:]
    private var sourceNames: [String] = []
    private var lists: [(list: CatalogFile.RegionList, line: Int)] = []
    private var rows: [(row: CatalogRow, line: Int)] = []
    private var seen: [String: Int] = [:]

    init(file: String) { self.file = file }

    mutating func take(_ bytes: [UInt8], line: Int) throws(CatalogFileError) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw CatalogFileError(file: file, line: line, error)
        }
        let repeated: (name: String, line: Int)?
        do throws(JSONShapeError) {
            repeated = try take(JSONCursor(value), line)
        } catch {
            throw CatalogFileError(file: file, line: line, error, source: bytes)
        }
        if let repeated {
            throw CatalogFileError(
                file: file, line: line,
                "expected each \(repeated.name) once, found it again; it is in line \(repeated.line)"
            )
        }
    }

    /// Takes a line, and gives what it repeats of an earlier one.
    private mutating func take(
        _ line: JSONCursor, _ number: Int
    ) throws(JSONShapeError) -> (name: String, line: Int)? {
        guard asOf != nil else {
            _ = try line.member("schema").string(oneOf: [CatalogFile.schema])
            try line.requireOnly(names: ["schema", "asOf"])
            asOf = try CatalogRow.day(line.member("asOf"))
            return nil
        }
        let names = try line.members().map(\.name)
        if names.contains("id") { return add(try CatalogRow(line), number) }
        if names.contains("regions") { return try addList(line, number) }
        if names.contains("authority") { return try addSource(line, number) }
        throw line.fault(
            expected: "a row (id, source, asOf), a source (source, authority, title) or a list (regions, list)",
            found: names.isEmpty ? "an empty object" : "an object with \(names.prefix(8).joined(separator: ", "))")
    }

    private mutating func add(_ row: CatalogRow, _ number: Int) -> (String, Int)? {
        rows.append((row, number))
        return seen.updateValue(number, forKey: "\(row.id) \(row.source)").map { ("row of a model and a source", $0) }
    }

    private mutating func addList(_ line: JSONCursor, _ number: Int) throws(JSONShapeError) -> (String, Int)? {
        try line.requireOnly(names: ["regions", "list"])
        let list = CatalogFile.RegionList(
            name: try line.member("regions").string(), regions: try CatalogRow.regions(line.member("list")))
        let earlier = lists.first { $0.list.name == list.name }
        lists.append((list, number))
        return earlier.map { ("list", $0.line) }
    }

    private mutating func addSource(_ line: JSONCursor, _ number: Int) throws(JSONShapeError) -> (String, Int)? {
        try line.requireOnly(names: ["source", "authority", "title", "url"])
        let authority = try line.member("authority").string(oneOf: CatalogSource.Authority.allCases.map(\.rawValue))
        let source = CatalogSource(
            name: try line.member("source").string(), authority: .init(rawValue: authority) ?? .unofficial,
            title: try line.member("title").string(), url: try line.optionalMember("url")?.string())
        sourceNames.append(source.name)
        return sources.updateValue((source, number), forKey: source.name).map { ("source", $0.line) }
    }

    /// The file, when every name in it leads somewhere.
    func finished() throws(CatalogFileError) -> CatalogFile {
        guard let asOf else {
            throw CatalogFileError(
                file: file, line: 1, "expected {\"schema\":\"\(CatalogFile.schema)\",\"asOf\":...}, found an empty file"
            )
        }
        let known = Set(lists.map(\.list.name))
        for (list, line) in lists {
            try require(list.regions, known: [], line: line)
        }
        for (row, line) in rows {
            guard sources[row.source] != nil else {
                throw CatalogFileError(
                    file: file, line: line,
                    "$.source: expected a source of this file (\(sourceNames.joined(separator: ", "))), found \"\(row.source)\""
                )
            }
            let regions = (row.onDemand ?? []) + (row.asked ?? []) + (row.profiles ?? []).flatMap { $0.regions ?? [] }
            try require(regions, known: known, line: line)
        }
        return CatalogFile(
            asOf: asOf, sources: sourceNames.compactMap { sources[$0]?.source }, regionLists: lists.map(\.list),
            rows: rows.map(\.row))
    }

    private func require(_ regions: [String], known: Set<String>, line: Int) throws(CatalogFileError) {
        for name in regions where name.hasPrefix("@") && !known.contains(String(name.dropFirst())) {
            throw CatalogFileError(
                file: file, line: line,
                "expected "
                    + (known.isEmpty ? "regions" : "a list of this file (\(known.sorted().joined(separator: ", ")))")
                    + ", found \"\(name)\"")
        }
    }
}
