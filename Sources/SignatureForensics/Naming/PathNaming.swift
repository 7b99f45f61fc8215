import Codes
import SigV4
import WireText

/// Tells the causes apart that all come down to coding a path a wrong number of times.
///
/// A path encoded once too few is ``FindingCode/pathDouble`` whatever the character. The slash of an ARN comes first
/// where it is what was lost; where nothing but a colon differs, that is said as well.
enum PathNaming {
    /// The cause, and a second reading of the same bytes if there is one.
    struct Name: Sendable, Hashable {
        let cause: FindingCode
        var place = FaultPlace.client
        var second: FindingCode?
    }

    /// Names the difference that a coding mistake makes.
    static func name(_ mistake: Mistake, sent: [UInt8], wrong: [UInt8], right: [UInt8]) -> Name {
        if mistake.cause == .pathReserved, mistake.knobs.contains(.pathAlphabet),
            colonsAlike(wrong) == colonsAlike(right)
        {
            return Name(cause: .pathColon, second: .pathReserved)
        }
        guard mistake.knobs.contains(.pathCoding), mistake.cause == .pathDouble || mistake.cause == .pathRawSign else {
            return Name(cause: mistake.cause, place: mistake.place)
        }
        if Escape.capitalised(wrong, atEveryLayer: true) == Escape.capitalised(right, atEveryLayer: true) {
            return Name(cause: .pathHexCase)
        }
        if alike(wrong, "-._~") == alike(right, "-._~") {
            // Where they are all that is escaped, and are so in what was signed, it is the coding.
            let percent = UInt8(ascii: "%")
            return wrong.contains(percent) && !alike(right, "-._~").contains(percent)
                ? Name(cause: .pathDouble, second: .pathTilde) : Name(cause: .pathTilde)
        }
        let reserved = "!'()*$&+,;=@"
        if alike(wrong, reserved) == alike(right, reserved) {
            // Beside escapes that are right, it is these characters; where they are all that there is, the coding.
            return alike(right, reserved).contains(UInt8(ascii: "%"))
                ? Name(cause: .pathReserved, second: .pathDouble) : Name(cause: .pathDouble, second: .pathReserved)
        }
        if wrong.contains(where: { $0 >= 0x80 }) { return Name(cause: .pathUnicode, second: .pathDouble) }
        if isARN(sent), slashes(wrong) != slashes(right) { return Name(cause: .pathARN) }
        let onlyColon = colonsAlike(wrong) == colonsAlike(right)
        if mistake.cause == .pathRawSign {
            return onlyColon
                ? Name(cause: .pathColon, place: .inProcess, second: .pathRawSign)
                : Name(cause: .pathRawSign, place: .inProcess)
        }
        if slashes(wrong) == 0 { return Name(cause: .pathDouble, second: .pathReserved) }
        return Name(cause: .pathDouble, second: onlyColon ? .pathColon : nil)
    }

    static func isARN(_ sent: [UInt8]) -> Bool {
        let text = String(decoding: Escape.decoded(Escape.decoded(sent)), as: UTF8.self)
        return text.utf8.firstRange(of: "/arn:".utf8) != nil
    }

    private static func slashes(_ path: [UInt8]) -> Int { path.count { $0 == UInt8(ascii: "/") } }

    /// The path with each form of some characters as the bare ones.
    private static func alike(_ path: [UInt8], _ characters: String) -> [UInt8] {
        var path = path
        for character in characters.utf8 {
            let escape = Escape.of(character).dropFirst()
            for depth in ["%2525", "%25", "%"] { path.replace(Array(depth.utf8) + escape, with: [character]) }
        }
        return path
    }

    /// The path with each form of a colon as a bare one.
    private static func colonsAlike(_ path: [UInt8]) -> [UInt8] {
        var path = path
        for form in ["%25253A", "%253A", "%3A", "%25253a", "%253a", "%3a"] {
            path.replace(Array(form.utf8), with: Array(":".utf8))
        }
        return path
    }
}

extension Escape {
    /// The text with its escapes in capitals, those within escaped percent signs (`%252f`) too.
    static func capitalised(_ text: [UInt8], atEveryLayer: Bool) -> [UInt8] {
        var result = capitalised(text)
        guard atEveryLayer else { return result }
        for index in result.indices where result[index...].starts(with: Array("%25".utf8)) && index + 4 < result.count {
            for place in [index + 3, index + 4] where (0x61...0x66).contains(result[place]) { result[place] &= ~0x20 }
        }
        return result
    }
}
