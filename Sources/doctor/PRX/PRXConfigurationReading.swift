import Diagnosis
import JSONText
import TOMLText

/// Finds and reads PRX's `config.toml`.
enum PRXConfigurationReading {
    /// What stands where PRX looks: `$OPENPRX_CONFIG_DIR/config.toml`, else `~/.openprx/config.toml`.
    static func fact(_ environment: [String: String]) -> PRXConfigurationFact {
        let directory = environment["OPENPRX_CONFIG_DIR"].flatMap { $0.isEmpty ? nil : $0 }
        let path = (directory ?? (environment["HOME"] ?? "") + "/.openprx") + "/config.toml"
        return PRXConfigurationFact(
            path: path, isDirectoryFromVariable: directory != nil,
            state: state(path))
    }

    /// A configuration written by hand has a few KB.
    private static let sizeLimit = 1 << 20

    private static func state(_ path: String) -> PRXConfigurationFact.State {
        guard FileSystem.exists(path) else { return .missing }
        let bytes: [UInt8]
        do {
            bytes = try FileSystem.read(path, upTo: sizeLimit)
        } catch {
            return .unreadable(reason: error.reason)
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            return .malformed(line: nil, column: nil, message: "expected UTF-8 text")
        }
        let document: JSONObject
        do throws(TOMLFault) {
            document = try TOMLDocument.parse(bytes)
        } catch {
            return .malformed(line: error.line, column: error.column, message: error.message)
        }
        do throws(WrongType) {
            return .read(try configuration(document))
        } catch {
            return .malformed(line: nil, column: nil, message: error.message)
        }
    }

    private static func configuration(_ table: JSONObject) throws(WrongType) -> PRXConfiguration {
        let general = try section("general", table)
        let `default` = try section("default", table)
        return PRXConfiguration(
            top: PRXConfiguration.Pair(
                provider: try string("default_provider", table, ""), model: try string("default_model", table, "")),
            general: try general.map { general throws(WrongType) in
                PRXConfiguration.Pair(
                    provider: try string("default_provider", general, "[general] "),
                    model: try string("default_model", general, "[general] "))
            } ?? PRXConfiguration.Pair(),
            default: try `default`.map { table throws(WrongType) in
                PRXConfiguration.Pair(
                    provider: try string("provider", table, "[default] "),
                    model: try string("model", table, "[default] "))
            } ?? PRXConfiguration.Pair())
    }

    private static func section(_ name: String, _ table: JSONObject) throws(WrongType) -> JSONObject? {
        guard let value = table[name] else { return nil }
        guard let section = value.objectValue else {
            throw WrongType(message: "expected [\(name)] to be a table, found \(kind(of: value))")
        }
        return section
    }

    private static func string(_ key: String, _ table: JSONObject, _ place: String) throws(WrongType) -> String? {
        guard let value = table[key] else { return nil }
        guard let text = value.stringValue else {
            throw WrongType(message: "expected \(place)\(key) to be a string, found \(kind(of: value))")
        }
        return text
    }

    /// The kind of a value in TOML's words.
    private static func kind(of value: JSONValue) -> String {
        switch value {
        case .object: "a table"
        case .null: "a date, a time or no number"
        default: value.kindName
        }
    }

    private struct WrongType: Error {
        var message: String
    }
}
