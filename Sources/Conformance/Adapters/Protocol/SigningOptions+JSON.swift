import JSONText
import SigV4

extension SigningCase {
    /// The member `options`, of which only those are written that differ from the default; nil for a payload that the
    /// protocol has no word for.
    var choices: JSONObject? {
        var members = JSONObject()
        let options = parameters.options
        if options.uriEncoding == .single { members["uriEncoding"] = "single" }
        if options.pathNormalization == .off { members["pathNormalization"] = "off" }
        if options.sessionToken == .addedAfterSigning { members["sessionToken"] = "addedAfterSigning" }
        if options.contentSHA256Header == .sent { members["contentSHA256Header"] = "sent" }
        switch payload {
        case .hashed: break
        case .unsigned: members["payload"] = "unsigned"
        case .literal: return nil
        }
        if case .query(let seconds) = options.location {
            members["location"] = "query"
            members["expiresSeconds"] = .number(JSONNumber(Int64(seconds)))
        }
        return members
    }
}
