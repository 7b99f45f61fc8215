import JSONText

extension SimulatedRole {
    /// Reads an entry of an account file's `roles`.
    init(reading cursor: JSONCursor) throws(JSONShapeError) {
        try cursor.requireOnly(names: ["name", "trust", "longestSessionSeconds", "refusal", "times"])
        let name = try cursor.member("name")
        self.init(
            name: try name.string(),
            trust: try cursor.optionalMember("trust").map(Trust.init(reading:)) ?? Trust(),
            longestSession: try cursor.optionalMember("longestSessionSeconds")?.integer(in: 3600...43_200) ?? 3600)
        guard self.name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty }) else {
            throw name.fault(expected: "a role's name, such as \"BedrockProbe\"")
        }
        let times = try cursor.optionalMember("times")
        if let refusal = try cursor.optionalMember("refusal") {
            let kinds = Refusal.Kind.allCases.map(\.rawValue)
            self.refusal = Refusal.Kind(rawValue: try refusal.string(oneOf: kinds)).map { Refusal($0) }
            self.refusal?.times = try times?.integer(in: 1...Int(Int32.max))
        } else if let times {
            throw JSONShapeError(path: times.path, expected: "no times without a refusal", found: "one", place: .name)
        }
    }
}

extension SimulatedRole.Trust {
    fileprivate init(reading cursor: JSONCursor) throws(JSONShapeError) {
        try cursor.requireOnly(names: ["externalId", "principals"])
        var principals: [String]?
        if let list = try cursor.optionalMember("principals") {
            var names: [String] = []
            for element in try list.array() { names.append(try element.string()) }
            principals = names
        }
        self.init(externalID: try cursor.optionalMember("externalId")?.string(), principals: principals)
    }
}
