import JSONText
import SigV4
import WireText

extension SimulatedAccount {
    /// The value of `schema` that an account file must have.
    public static let schema = "bedrock-account/1"

    /// Reads an account file.
    ///
    /// The file is a JSON object with the members `schema` (``schema``), `regions` (names), `models`, and optionally
    /// `account` (twelve digits), `principal` (an ARN), `profiles`, `roles` (of ``SimulatedRole``), `quotas`
    /// (`requestsPerMinute`, `tokensPerDay`), `clockOffsetSeconds`, `faults` (a list of ``FaultRule``, each as on the command
    /// line) and `bearer`.
    ///
    /// An entry of `bearer` is an API key that is accepted as bearer token: `key` as its owner has it, and optionally
    /// `regions` (of the file; absent means all) and `expires` (`20261201T000000Z`).
    ///
    /// A model has `id`, `name`, `provider`, `contextTokens`, `maxOutputTokens`, `regions`, and optionally `features`
    /// (of ``SimulatedModel/Feature``; absent means all) and `lifecycle` (`start`, `legacy`, `endOfLife` as
    /// `YYYY-MM-DD`; the simulated clock decides what they mean). `regions` maps each region that offers the model to
    /// its state: `route` (`on-demand`, the default, or `profile-only`) and `access`: `granted` (the default),
    /// `throttled` with `limit` (`requests`, `tokens`, `tokens-per-day`) and `times` (absent: always), `gated` with
    /// `gate` (of ``AccessGate``), `denied` with `policy` (of ``PolicyDenial/Policy``) and optionally `policyArn`,
    /// `legacy-locked`, or `end-of-life`.
    ///
    /// A profile has `id`, `model`, `sources`, `destinations`, and optionally `name`, `type` (`SYSTEM_DEFINED`, the
    /// default, or `APPLICATION`) and an `access` of its own in the form above.
    ///
    /// - Parameters:
    ///   - bytes: The file, in UTF-8.
    ///   - file: How errors name the file.
    /// - Throws: ``AccountError`` for text that is not JSON, unknown or repeated members, wrong types and values, and
    ///   references to regions or models that the file does not have.
    public init(parsing bytes: [UInt8], file: String) throws(AccountError) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw AccountError(error, file: file)
        }
        do throws(JSONShapeError) {
            self = try AccountReader.account(JSONCursor(value))
        } catch {
            throw AccountError(error, file: file, source: bytes)
        }
    }
}

/// Reads the parts of an account file.
private enum AccountReader {
    static func account(_ root: JSONCursor) throws(JSONShapeError) -> SimulatedAccount {
        try root.requireOnly(names: [
            "schema", "account", "principal", "regions", "models", "profiles", "roles", "quotas", "clockOffsetSeconds",
            "faults", "bearer",
        ])
        _ = try root.member("schema").string(oneOf: [SimulatedAccount.schema])
        let accountID = try root.optionalMember("account").map(accountDigits) ?? "123456789012"
        let regions = try names(root.member("regions"))
        let models = try list(root.member("models"), id: \.id) { (cursor) throws(JSONShapeError) in
            try model(cursor, regions: regions)
        }
        let profiles = try root.optionalMember("profiles").map { (cursor) throws(JSONShapeError) in
            try list(cursor, id: \.id) { (cursor) throws(JSONShapeError) in
                try profile(cursor, regions: regions, models: models.map(\.id))
            }
        }
        return SimulatedAccount(
            accountID: accountID,
            principalARN: try root.optionalMember("principal")?.string()
                ?? "arn:aws:iam::\(accountID):user/example-user",
            regions: regions,
            models: models,
            profiles: profiles ?? [],
            roles: try root.optionalMember("roles").map(roles) ?? [],
            quotas: try root.optionalMember("quotas").map(quotas) ?? SimulatedAccount.Quotas(),
            clockOffsetSeconds: Int64(try root.optionalMember("clockOffsetSeconds")?.integer() ?? 0),
            faults: try root.optionalMember("faults").map(faults) ?? [],
            bearerKeys: try root.optionalMember("bearer").map { (cursor) throws(JSONShapeError) in
                try cursor.array().map { (key) throws(JSONShapeError) in try bearerKey(key, regions: regions) }
            } ?? [])
    }

    /// An API key; no error shows anything of it.
    private static func bearerKey(
        _ cursor: JSONCursor, regions: [String]
    ) throws(JSONShapeError) -> MockBearerKey {
        try cursor.requireOnly(names: ["key", "regions", "expires"])
        let member = try cursor.member("key")
        let key = BedrockAPIKey(try member.string())
        guard key.hasKnownBeginning, key.fitsHeader else {
            throw member.fault(
                expected:
                    "a key that begins with \(LongTermAPIKey.prefix) or \(ShortTermAPIKey.prefix), without blanks",
                found: "another text")
        }
        let places = try cursor.optionalMember("regions")
        for element in try places?.array() ?? [] {
            let name = try element.string()
            guard regions.contains(name) else { throw unknown(name, in: regions, what: "region", at: element) }
        }
        let expires = try cursor.optionalMember("expires").map { (time) throws(JSONShapeError) in
            guard let moment = SigningTime(amzDate: try time.string()) else {
                throw time.fault(expected: "a time such as \"20261201T000000Z\"")
            }
            return moment
        }
        return MockBearerKey(
            key, regions: try places.map { (list) throws(JSONShapeError) in Set(try names(list)) }, expiration: expires)
    }

    private static func roles(_ cursor: JSONCursor) throws(JSONShapeError) -> [SimulatedRole] {
        try list(cursor, id: \.name, SimulatedRole.init(reading:))
    }

    private static func faults(_ cursor: JSONCursor) throws(JSONShapeError) -> [FaultRule] {
        var rules: [FaultRule] = []
        for element in try cursor.array() {
            let text = try element.string()
            do throws(FaultRuleError) {
                rules.append(try FaultRule(parsing: text))
            } catch {
                throw element.fault(expected: "a fault", found: error.description)
            }
        }
        return rules
    }

    private static func model(_ cursor: JSONCursor, regions: [String]) throws(JSONShapeError) -> SimulatedModel {
        try cursor.requireOnly(names: [
            "id", "name", "provider", "contextTokens", "maxOutputTokens", "features", "lifecycle", "regions",
        ])
        var states: [String: ModelState] = [:]
        for (name, state) in try cursor.member("regions").members() {
            guard regions.contains(name) else { throw unknown(name, in: regions, what: "region", at: state) }
            try state.requireOnly(names: ["route"] + accessNames)
            states[name] = ModelState(
                route: try choice(state.optionalMember("route")) ?? .onDemand,
                access: try access(state) ?? .granted)
        }
        let features = try cursor.optionalMember("features").map { (cursor) throws(JSONShapeError) in
            var features: Set<SimulatedModel.Feature> = []
            for element in try cursor.array() {
                if let feature: SimulatedModel.Feature = try choice(element) { features.insert(feature) }
            }
            return features
        }
        return SimulatedModel(
            id: try text(cursor.member("id")),
            name: try cursor.member("name").string(),
            provider: try cursor.member("provider").string(),
            contextTokens: try cursor.member("contextTokens").integer(in: 1...Int(Int32.max)),
            maxOutputTokens: try cursor.member("maxOutputTokens").integer(in: 1...Int(Int32.max)),
            features: features ?? Set(SimulatedModel.Feature.allCases),
            lifecycle: try cursor.optionalMember("lifecycle").map(lifecycle) ?? SimulatedModel.Lifecycle(),
            regions: states)
    }

    private static func lifecycle(_ cursor: JSONCursor) throws(JSONShapeError) -> SimulatedModel.Lifecycle {
        try cursor.requireOnly(names: ["start", "legacy", "endOfLife"])
        return SimulatedModel.Lifecycle(
            start: try cursor.optionalMember("start").map(day),
            legacy: try cursor.optionalMember("legacy").map(day),
            endOfLife: try cursor.optionalMember("endOfLife").map(day))
    }

    private static func profile(
        _ cursor: JSONCursor, regions: [String], models: [String]
    ) throws(JSONShapeError) -> SimulatedProfile {
        try cursor.requireOnly(
            names: ["id", "name", "type", "model", "sources", "destinations"] + accessNames)
        let model = try cursor.member("model")
        let modelID = try model.string()
        guard models.contains(modelID) else { throw unknown(modelID, in: models, what: "model", at: model) }
        let sources = try cursor.member("sources")
        for element in try sources.array() {
            let name = try element.string()
            guard regions.contains(name) else { throw unknown(name, in: regions, what: "region", at: element) }
        }
        let id = try text(cursor.member("id"))
        return SimulatedProfile(
            id: id,
            name: try cursor.optionalMember("name")?.string() ?? id,
            kind: try choice(cursor.optionalMember("type")) ?? .systemDefined,
            modelID: modelID,
            sources: try names(sources),
            destinations: try names(cursor.member("destinations")),
            access: try access(cursor))
    }

    private static let accessNames = ["access", "limit", "times", "gate", "policy", "policyArn"]

    /// Reads an access and the members that belong to it; members of another access are an error.
    private static func access(_ cursor: JSONCursor) throws(JSONShapeError) -> ModelAccess? {
        let kinds = ["granted", "throttled", "gated", "denied", "legacy-locked", "end-of-life"]
        let kind = try cursor.optionalMember("access")?.string(oneOf: kinds)
        let own: [String] =
            switch kind {
            case "throttled": ["limit", "times"]
            case "gated": ["gate"]
            case "denied": ["policy", "policyArn"]
            default: []
            }
        for name in accessNames.dropFirst() where !own.contains(name) {
            if let member = try cursor.optionalMember(name) {
                throw JSONShapeError(
                    path: member.path, expected: "no \(name) with access \(kind ?? "granted")", found: "one",
                    place: .name)
            }
        }
        switch kind {
        case "granted": return .granted
        case "throttled":
            return .throttled(
                Throttling(
                    limit: try choice(cursor.optionalMember("limit")) ?? .requests,
                    times: try cursor.optionalMember("times")?.integer(in: 0...Int(Int32.max))))
        case "gated":
            return try choice(cursor.member("gate")).map(ModelAccess.gated)
        case "denied":
            let policyARN = try cursor.optionalMember("policyArn")?.string()
            return try choice(cursor.member("policy"))
                .map { .denied(PolicyDenial(policy: $0, policyARN: policyARN)) }
        case "legacy-locked": return .legacyLocked
        case "end-of-life": return .endOfLife
        default: return nil
        }
    }

    private static func quotas(_ cursor: JSONCursor) throws(JSONShapeError) -> SimulatedAccount.Quotas {
        try cursor.requireOnly(names: ["requestsPerMinute", "tokensPerDay"])
        return SimulatedAccount.Quotas(
            requestsPerMinute: try cursor.optionalMember("requestsPerMinute")?.integer(in: 0...Int(Int32.max)),
            tokensPerDay: try cursor.optionalMember("tokensPerDay")?.integer(in: 0...Int.max))
    }
}

// MARK: Small values

extension AccountReader {
    private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ cursor: JSONCursor?
    ) throws(JSONShapeError) -> Choice? {
        guard let cursor else { return nil }
        return Choice(rawValue: try cursor.string(oneOf: Choice.allCases.map(\.rawValue)))
    }

    private static func names(_ cursor: JSONCursor) throws(JSONShapeError) -> [String] {
        try list(cursor, id: \.self, text)
    }

    private static func text(_ cursor: JSONCursor) throws(JSONShapeError) -> String {
        let string = try cursor.string()
        guard !string.isEmpty else { throw cursor.fault(expected: "a string that is not empty") }
        return string
    }

    private static func accountDigits(_ cursor: JSONCursor) throws(JSONShapeError) -> String {
        let string = try cursor.string()
        guard string.utf8.count == 12, string.utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw cursor.fault(expected: "twelve digits")
        }
        return string
    }

    private static func day(_ cursor: JSONCursor) throws(JSONShapeError) -> CalendarDay {
        guard let day = CalendarDay(try cursor.string()) else {
            throw cursor.fault(expected: "a day such as \"2026-11-22\"")
        }
        return day
    }

    private static func list<Element>(
        _ cursor: JSONCursor, id: (Element) -> String, _ read: (JSONCursor) throws(JSONShapeError) -> Element
    ) throws(JSONShapeError) -> [Element] {
        var elements: [Element] = []
        var seen: Set<String> = []
        for element in try cursor.array() {
            let value = try read(element)
            guard seen.insert(id(value)).inserted else {
                throw element.fault(expected: "each id once", found: "\"\(id(value))\" again")
            }
            elements.append(value)
        }
        return elements
    }

    private static func unknown(
        _ name: String, in known: [String], what: String, at cursor: JSONCursor
    ) -> JSONShapeError {
        cursor.fault(
            expected: "a \(what) of this account (\(known.joined(separator: ", ")))", found: "\"\(name)\"")
    }
}
