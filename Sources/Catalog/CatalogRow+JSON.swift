package import JSONText
import WireText

extension CatalogRow {
    static let memberNames = [
        "id", "source", "asOf", "name", "note", "launched", "legacy", "endOfLife", "endOfLifeNotBefore", "successor",
        "onDemand", "profiles", "asked", "api", "mantle", "contextTokens", "maxOutputTokens", "cacheMinTokens", "yes",
        "no", "notStreamed",
    ]

    /// Reads the object of a row.
    init(_ row: JSONCursor) throws(JSONShapeError) {
        try row.requireOnly(names: Self.memberNames)
        let id = try row.member("id")
        self.init(
            id: try Self.id(id), source: try row.member("source").string(), asOf: try Self.day(row.member("asOf")))
        name = try row.optionalMember("name")?.string()
        note = try row.optionalMember("note")?.string()
        launched = try row.optionalMember("launched").map(Self.day)
        legacy = try row.optionalMember("legacy").map(Self.day)
        endOfLife = try row.optionalMember("endOfLife").map(Self.day)
        endOfLifeNotBefore = try row.optionalMember("endOfLifeNotBefore").map(Self.day)
        successor = try row.optionalMember("successor").map(Self.id)
        onDemand = try row.optionalMember("onDemand").map(Self.regions)
        profiles = try row.optionalMember("profiles").map(Self.profiles)
        asked = try row.optionalMember("asked").map(Self.regions)
        api = try row.optionalMember("api").flatMap { (api) throws(JSONShapeError) in
            API(rawValue: try api.string(oneOf: API.allCases.map(\.rawValue)))
        }
        mantle = try row.optionalMember("mantle").map { (list) throws(JSONShapeError) in
            try Self.list(list) { (kind) throws(JSONShapeError) in
                try kind.string(oneOf: ["chat", "responses", "messages"])
            }
        }
        contextTokens = try row.optionalMember("contextTokens")?.integer(in: 1...1_000_000_000)
        maxOutputTokens = try row.optionalMember("maxOutputTokens")?.integer(in: 1...1_000_000_000)
        cacheMinTokens = try row.optionalMember("cacheMinTokens")?.integer(in: 1...1_000_000_000)
        for (member, answer) in Self.answers {
            guard let list = try row.optionalMember(member)?.array() else { continue }
            for element in list {
                let names = CatalogFlag.allCases.map(\.rawValue)
                let name = try element.string()
                guard let flag = CatalogFlag(rawValue: name) else {
                    let near = NearestName.nearest(to: name, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
                    throw element.fault(
                        expected: "one of \(names.joined(separator: ", "))", found: "\"\(name)\"\(near)")
                }
                guard flags.updateValue(answer, forKey: flag) == nil else {
                    throw element.fault(expected: "each flag once", found: "\"\(name)\" again")
                }
            }
        }
    }

    private static let answers: [(String, CatalogFlag.Answer)] = [
        ("yes", .yes), ("no", .no), ("notStreamed", .notStreamed),
    ]

    /// The row as one object, its members in the order of the format.
    package var json: JSONObject {
        var json: JSONObject = ["id": .string(id), "source": .string(source), "asOf": .string("\(asOf)")]
        json["name"] = name.map { .string($0) }
        json["note"] = note.map { .string($0) }
        json["launched"] = launched.map { .string("\($0)") }
        json["legacy"] = legacy.map { .string("\($0)") }
        json["endOfLife"] = endOfLife.map { .string("\($0)") }
        json["endOfLifeNotBefore"] = endOfLifeNotBefore.map { .string("\($0)") }
        json["successor"] = successor.map { .string($0) }
        json["onDemand"] = onDemand.map(Self.strings)
        json["profiles"] = profiles.map(Self.profiles)
        json["asked"] = asked.map(Self.strings)
        json["api"] = api.map { .string($0.rawValue) }
        json["mantle"] = mantle.map(Self.strings)
        json["contextTokens"] = contextTokens.map { .number(JSONNumber($0)) }
        json["maxOutputTokens"] = maxOutputTokens.map { .number(JSONNumber($0)) }
        json["cacheMinTokens"] = cacheMinTokens.map { .number(JSONNumber($0)) }
        for (member, answer) in Self.answers {
            let names = CatalogFlag.allCases.filter { flags[$0] == answer }.map(\.rawValue)
            if !names.isEmpty { json[member] = Self.strings(names) }
        }
        return json
    }

    private static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    /// Prefixes alone where no regions are known, else each with its own.
    private static func profiles(_ profiles: [Profile]) -> JSONValue {
        if profiles.allSatisfy({ $0.regions == nil }) { return strings(profiles.map(\.prefix)) }
        return .object(
            JSONObject(profiles.map { JSONMember(name: $0.prefix, value: $0.regions.map(strings) ?? .null) }))
    }

    // MARK: Values

    static func day(_ value: JSONCursor) throws(JSONShapeError) -> CalendarDay {
        guard let day = CalendarDay(try value.string()) else {
            throw value.fault(expected: "a day of the calendar, as 2026-10-14")
        }
        return day
    }

    private static func id(_ value: JSONCursor) throws(JSONShapeError) -> String {
        let id = try value.string()
        guard ModelName.hasIDCharacters(id) else {
            throw value.fault(expected: "a model id of letters, digits and - . : _")
        }
        if let prefix = ModelPrefix.split(id).prefix {
            throw value.fault(expected: "a bare id", found: "one with the prefix \(prefix).")
        }
        return id
    }

    private static func list<Element>(
        _ value: JSONCursor, _ element: (JSONCursor) throws(JSONShapeError) -> Element
    ) throws(JSONShapeError) -> [Element] {
        var elements: [Element] = []
        for cursor in try value.array() { elements.append(try element(cursor)) }
        return elements
    }

    /// Regions, and the names of lists with an `@` before them.
    static func regions(_ value: JSONCursor) throws(JSONShapeError) -> [String] {
        try list(value) { (element) throws(JSONShapeError) in
            let name = try element.string()
            guard name.hasPrefix("@") || RegionCatalog.isWellFormed(name) else {
                throw element.fault(expected: "a region, or a list of this file as @NAME")
            }
            return name
        }
    }

    private static func profiles(_ value: JSONCursor) throws(JSONShapeError) -> [Profile] {
        if case .array = value.value {
            return try list(value) { (element) throws(JSONShapeError) in
                Profile(prefix: try prefix(element.string(), element), regions: nil)
            }
        }
        var profiles: [Profile] = []
        for member in try value.members() {
            profiles.append(
                Profile(
                    prefix: try prefix(member.name, member.cursor),
                    regions: member.cursor.value.isNull ? nil : try regions(member.cursor)))
        }
        return profiles
    }

    private static func prefix(_ text: String, _ value: JSONCursor) throws(JSONShapeError) -> String {
        guard ModelPrefix.isWellFormed(text) else {
            throw value.fault(expected: "a profile's prefix, as us or us-gov", found: "\"\(text)\"")
        }
        return text
    }
}
