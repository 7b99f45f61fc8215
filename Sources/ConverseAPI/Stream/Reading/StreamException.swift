import EventStream
import JSONText

/// An exception frame, read as the refusal that it would have been before the stream began.
///
/// The service sends status 200 before it knows how the answer ends; what goes wrong later comes as a frame whose
/// `:message-type` is `exception` (an error of the API) or `error` (any other).
package struct StreamException {
    package let refusal: ServiceRefusal

    /// The exception of an event, nil when it is none.
    package init?(_ event: ConverseStreamEvent) {
        let type: String
        let message: String?
        switch event.message.messageType {
        case "exception":
            type = Self.typeName(event.name)
            message = Self.message(event)
        case "error":
            type = event.name
            message = event.message.errorMessage ?? Self.message(event)
        default:
            return nil
        }
        refusal = ServiceRefusal(status: Self.status(type), errorType: type, message: message)
    }

    /// The name of the error's shape: members of the union begin with a small letter.
    private static func typeName(_ member: String) -> String { member.prefix(1).uppercased() + member.dropFirst() }

    private static func message(_ event: ConverseStreamEvent) -> String? {
        let payload = event.payload
        return payload?["message"]?.stringValue ?? payload?["Message"]?.stringValue
    }

    /// The status that the API gives to the error (`httpStatusCode` of its shape); of one that it does not know, 500.
    private static func status(_ type: String) -> Int {
        switch type {
        case "ValidationException": 400
        case "AccessDeniedException": 403
        case "ResourceNotFoundException": 404
        case "ModelTimeoutException": 408
        case "ModelStreamErrorException", "ModelErrorException": 424
        case "ThrottlingException", "ModelNotReadyException": 429
        case "ServiceUnavailableException": 503
        default: 500
        }
    }
}
