package import JSONText
package import WireText

extension ModelEntry {
    /// All that is known of the model as one object; what is unknown is not there.
    ///
    /// `rows` has the lines behind it, each with its source and day.
    package func json(today: CalendarDay) -> JSONObject {
        var json: JSONObject = [
            "id": .string(id), "name": .string(name), "provider": .string(provider),
            "lifecycle": .string(lifecycle(on: today).rawValue),
        ]
        let days: [(String, CalendarDay?)] = [
            ("launched", fact(\.launched)?.value), ("legacy", legacyDay), ("endOfLife", endOfLifeDay),
            ("endOfLifeNotBefore", fact(\.endOfLifeNotBefore)?.value),
        ]
        for (name, day) in days { json[name] = day.map { .string("\($0)") } }
        json["successor"] = successor.map { .string($0) }
        json["api"] = fact(\.api).map { .string($0.value.rawValue) }
        json["mantle"] = fact(\.mantle).map { .array($0.value.map { .string($0) }) }
        let sizes: [(String, Int?)] = [
            ("contextTokens", fact(\.contextTokens)?.value), ("maxOutputTokens", fact(\.maxOutputTokens)?.value),
            ("cacheMinTokens", fact(\.cacheMinTokens)?.value),
        ]
        for (name, size) in sizes { json[name] = size.map { .number(JSONNumber($0)) } }
        if !onDemandRegions.isEmpty { json["onDemand"] = .array(onDemandRegions.map { .string($0) }) }
        if !profiles.isEmpty {
            json["profiles"] = .array(
                profiles.map { profile in
                    .object([
                        "prefix": .string(profile.prefix), "regions": .array(profile.regions.map { .string($0) }),
                        "stated": .bool(profile.isStated),
                    ])
                })
        }
        var flags: JSONObject = [:]
        for name in CatalogFlag.allCases {
            guard let answer = flag(name)?.value else { continue }
            flags[name.rawValue] =
                switch answer {
                case .yes: .bool(true)
                case .no: .bool(false)
                case .notStreamed: "notStreamed"
                }
        }
        json["flags"] = .object(flags)
        json["rows"] = .array(
            rows.map { row, source in
                var line = row.json
                line.removeValue(forName: "id")
                line["authority"] = .string(source.authority.rawValue)
                return .object(line)
            })
        return json
    }
}
