import Catalog
import Diagnosis
import JSONText
import Report
import SigV4
import WireText

extension AccountTargets {
    /// The most bytes of a targets file: some ten thousand accounts.
    private static let largestFile = 8 << 20

    /// Reads a targets file: JSON lines, an account each.
    ///
    /// - Parameter file: Its path; `-` is standard input.
    /// - Throws: ``InputProblem`` with file, line and column for what cannot be read or understood.
    static func read(_ file: String) throws(InputProblem) -> AccountTargets {
        let bytes =
            file == "-"
            ? try FileSystem.readStandardInput(upTo: largestFile) : try FileSystem.read(file, upTo: largestFile)
        return try AccountTargets(parsing: bytes, file: file == "-" ? "standard input" : file)
    }

    /// Reads the text of a targets file; empty lines are passed over.
    init(parsing bytes: [UInt8], file: String) throws(InputProblem) {
        self.init(file: file, list: [])
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let parts = bytes.dropFirst(isMarked ? 3 : 0).split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() where !part.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
            let target = try Self.target(Array(part), line: index + 1, file)
            if let first = lines.updateValue(index + 1, forKey: target.name) {
                throw Self.problem(
                    file, index + 1, nil,
                    "$.name: expected each name once, found \"\(target.name)\" again, which is the name of line \(first)"
                )
            }
            list.append(target)
        }
        if list.isEmpty {
            throw InputProblem(
                file: file,
                message:
                    #"expected an account on each line, such as {"name": "payments", "roleArn": "arn:aws:iam::111122223333:role/BedrockProbe"}, found none"#
            )
        }
    }

    private static func target(_ bytes: [UInt8], line: Int, _ file: String) throws(InputProblem) -> AccountTarget {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            let hint = error.code == .unexpectedEnd ? "; an account is a JSON object on one line" : ""
            throw problem(file, line, error.column, error.message + hint)
        }
        do throws(JSONShapeError) {
            return try AccountTarget(reading: JSONCursor(value))
        } catch {
            throw problem(
                file, line, JSONLocator.position(of: error, in: bytes)?.column,
                "\(error.path): expected \(error.expected), found \(error.found)")
        }
    }

    private static func problem(_ file: String, _ line: Int, _ column: Int?, _ message: String) -> InputProblem {
        InputProblem(file: "\(file):\(line)" + (column.map { ":\($0)" } ?? ""), message: message)
    }
}

extension AccountTarget {
    private static let members = [
        "name", "roleArn", "externalId", "sessionName", "durationSeconds", "regions", "models", "accessKeyIdVariable",
        "secretAccessKeyVariable", "sessionTokenVariable",
    ]

    /// Members that would hold a key itself; a file of accounts is no place for one.
    private static let keyMembers = [
        "accessKeyId": "accessKeyIdVariable", "secretAccessKey": "secretAccessKeyVariable",
        "sessionToken": "sessionTokenVariable",
    ]

    fileprivate init(reading line: JSONCursor) throws(JSONShapeError) {
        for member in try line.object() {
            guard let variable = Self.keyMembers[member.name] else { continue }
            throw JSONShapeError(
                path: line.path.appending(member.name),
                expected: "\(variable), with the name of an environment variable",
                found: "a member for the value itself",
                place: .name)
        }
        try line.requireOnly(names: Self.members)
        self.init(
            name: try Self.shortText(line.member("name")), role: try Self.role(line),
            variables: try Self.variables(line),
            regions: try line.optionalMember("regions").map(Self.regions),
            models: try line.optionalMember("models").map { (list) throws(JSONShapeError) in try Self.names(list) })
    }

    // MARK: Role

    private static func role(_ line: JSONCursor) throws(JSONShapeError) -> Role? {
        guard let arn = try line.optionalMember("roleArn") else {
            for name in ["externalId", "sessionName", "durationSeconds"] {
                guard let member = try line.optionalMember(name) else { continue }
                throw JSONShapeError(
                    path: member.path, expected: "no \(name) without roleArn", found: "one", place: .name)
            }
            return nil
        }
        let text = try arn.string()
        let name = ResourceName(text)
        guard let name, name.service == "iam", name.account.utf8.count == 12, name.account.utf8.allSatisfy(\.isDigit),
            name.resource.hasPrefix("role/"), name.resource.utf8.count > 5,
            !text.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7F })
        else {
            throw arn.fault(expected: "a role's ARN, such as \"arn:aws:iam::111122223333:role/BedrockProbe\"")
        }
        var role = Role(arn: text)
        if let externalID = try line.optionalMember("externalId") {
            // <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
            role.externalID = try Self.text(externalID, 2...1224, "+=,.@:/-_", "an external id")
        }
        if let session = try line.optionalMember("sessionName") {
            role.sessionName = try Self.text(session, 2...64, "+=,.@-_", "a session's name")
        }
        role.seconds = try line.optionalMember("durationSeconds")?.integer(in: 900...43_200) ?? role.seconds
        return role
    }

    private static func text(
        _ cursor: JSONCursor, _ length: ClosedRange<Int>, _ marks: String, _ what: String
    ) throws(JSONShapeError) -> String {
        let text = try cursor.string()
        guard length.contains(text.utf8.count),
            text.utf8.allSatisfy({ $0.isLetter || $0.isDigit || marks.utf8.contains($0) })
        else {
            throw cursor.fault(
                expected: "\(what) of \(length.lowerBound) to \(length.upperBound) letters, digits and \(marks)")
        }
        return text
    }

    // MARK: Keys

    private static func variables(_ line: JSONCursor) throws(JSONShapeError) -> Variables? {
        let id = try line.optionalMember("accessKeyIdVariable").map(variable)
        let secret = try line.optionalMember("secretAccessKeyVariable").map(variable)
        let token = try line.optionalMember("sessionTokenVariable").map(variable)
        guard let id, let secret else {
            guard id == nil, secret == nil, token == nil else {
                let missing = id == nil ? "accessKeyIdVariable" : "secretAccessKeyVariable"
                throw line.fault(
                    expected: "\(missing) beside the other half of the pair", found: "an account without it")
            }
            return nil
        }
        return Variables(accessKeyID: id, secretAccessKey: secret, sessionToken: token)
    }

    /// The name of a variable; what may be the key itself is not repeated.
    private static func variable(_ cursor: JSONCursor) throws(JSONShapeError) -> String {
        let expected = "the name of an environment variable"
        guard case .string(let name) = cursor.value else {
            throw cursor.fault(expected: expected, found: cursor.value.kindName)
        }
        if SigningCredentials.isKeyID(name), name.hasPrefix("AKIA") || name.hasPrefix("ASIA") {
            throw cursor.fault(expected: expected, found: "an access key id")
        }
        let isName =
            !name.isEmpty && name.utf8.first?.isDigit == false
            && name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
        // A secret has forty letters of both kinds; a variable with such a name has underscores in it.
        let mayBeSecret =
            name.utf8.count >= 32 && !name.contains("_") && name.contains { $0.isLowercase }
            && name.contains { $0.isUppercase || $0.isNumber }
        guard isName, !mayBeSecret, name.utf8.count <= 128 else {
            throw cursor.fault(expected: expected, found: mayBeSecret ? "what may be a secret" : "another text")
        }
        return name
    }

    // MARK: Lists

    private static func regions(_ list: JSONCursor) throws(JSONShapeError) -> [String] {
        try names(list) { name, cursor throws(JSONShapeError) in
            guard name != "all", !RegionCatalog.looksLikeRegion(name) else { return }
            if let nearest = RegionCatalog.nearest(to: name) {
                throw cursor.fault(expected: "a region; did you mean \(nearest)?")
            }
            if !RegionCatalog.isWellFormed(name) { throw cursor.fault(expected: "a region such as \"eu-west-1\"") }
        }
    }

    private static func names(
        _ list: JSONCursor, _ check: (String, JSONCursor) throws(JSONShapeError) -> Void = { _, _ in }
    ) throws(JSONShapeError) -> [String] {
        var names: [String] = []
        for element in try list.array() {
            let name = try shortText(element)
            try check(name, element)
            guard !names.contains(name) else { throw element.fault(expected: "each once", found: "\"\(name)\" again") }
            names.append(name)
        }
        guard !names.isEmpty else {
            throw list.fault(expected: "at least one, or no such member", found: "an empty array")
        }
        return names
    }

    private static func shortText(_ cursor: JSONCursor) throws(JSONShapeError) -> String {
        let text = try cursor.string()
        guard (1...2048).contains(text.utf8.count), !text.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
            let size = text.utf8.count
            guard (1...2048).contains(size) else {
                throw cursor.fault(
                    expected: "a name of 1 to 2048 bytes", found: size == 0 ? "an empty one" : "one of \(size) bytes")
            }
            throw cursor.fault(expected: "a name without control characters", found: "one with some")
        }
        return text
    }
}
