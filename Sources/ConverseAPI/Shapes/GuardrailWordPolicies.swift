// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

/// A word of the guardrail's own list that was matched.
///
/// Source: Amazon Bedrock API Reference, `GuardrailCustomWord`.
public struct GuardrailCustomWord: ConverseShape, Sendable, Hashable {
    /// The text that was matched.
    public var match: String
    /// What was done.
    public var action: GuardrailWordPolicyAction
    /// Whether something was found, whatever was then done.
    public var detected: Bool?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(match: String, action: GuardrailWordPolicyAction, detected: Bool? = nil) {
        self.match = match
        self.action = action
        self.detected = detected
    }

    package static var vacant: Self { Self(match: .vacant, action: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("match", &match)
        try visitor.required("action", &action)
        try visitor.optional("detected", &detected)
    }
}

/// A word of a managed list that was matched.
///
/// Source: Amazon Bedrock API Reference, `GuardrailManagedWord`.
public struct GuardrailManagedWord: ConverseShape, Sendable, Hashable {
    /// The text that was matched.
    public var match: String
    /// The list.
    public var type: GuardrailManagedWordType
    /// What was done.
    public var action: GuardrailWordPolicyAction
    /// Whether something was found, whatever was then done.
    public var detected: Bool?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        match: String,
        type: GuardrailManagedWordType,
        action: GuardrailWordPolicyAction,
        detected: Bool? = nil
    ) {
        self.match = match
        self.type = type
        self.action = action
        self.detected = detected
    }

    package static var vacant: Self { Self(match: .vacant, type: .vacant, action: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("match", &match)
        try visitor.required("type", &type)
        try visitor.required("action", &action)
        try visitor.optional("detected", &detected)
    }
}

/// The name of a managed word list.
///
/// Source: Amazon Bedrock API Reference, `GuardrailManagedWordType`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailManagedWordType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `PROFANITY`.
    public static let profanity = Self(rawValue: "PROFANITY")

    package static let knownValues: [Self] = [
        .profanity
    ]
}

/// A piece of personal information that was matched.
///
/// Source: Amazon Bedrock API Reference, `GuardrailPiiEntityFilter`.
public struct GuardrailPiiEntityFilter: ConverseShape, Sendable, Hashable {
    /// The text that was matched.
    public var match: String
    /// The kind of information.
    public var type: GuardrailPiiEntityType
    /// What was done.
    public var action: GuardrailSensitiveInformationPolicyAction
    /// Whether something was found, whatever was then done.
    public var detected: Bool?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        match: String,
        type: GuardrailPiiEntityType,
        action: GuardrailSensitiveInformationPolicyAction,
        detected: Bool? = nil
    ) {
        self.match = match
        self.type = type
        self.action = action
        self.detected = detected
    }

    package static var vacant: Self { Self(match: .vacant, type: .vacant, action: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("match", &match)
        try visitor.required("type", &type)
        try visitor.required("action", &action)
        try visitor.optional("detected", &detected)
    }
}

/// A kind of personal information.
///
/// Source: Amazon Bedrock API Reference, `GuardrailPiiEntityType`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailPiiEntityType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `ADDRESS`.
    public static let address = Self(rawValue: "ADDRESS")
    /// `AGE`.
    public static let age = Self(rawValue: "AGE")
    /// `AWS_ACCESS_KEY`.
    public static let awsAccessKey = Self(rawValue: "AWS_ACCESS_KEY")
    /// `AWS_SECRET_KEY`.
    public static let awsSecretKey = Self(rawValue: "AWS_SECRET_KEY")
    /// `CA_HEALTH_NUMBER`.
    public static let caHealthNumber = Self(rawValue: "CA_HEALTH_NUMBER")
    /// `CA_SOCIAL_INSURANCE_NUMBER`.
    public static let caSocialInsuranceNumber = Self(rawValue: "CA_SOCIAL_INSURANCE_NUMBER")
    /// `CREDIT_DEBIT_CARD_CVV`.
    public static let creditDebitCardCvv = Self(rawValue: "CREDIT_DEBIT_CARD_CVV")
    /// `CREDIT_DEBIT_CARD_EXPIRY`.
    public static let creditDebitCardExpiry = Self(rawValue: "CREDIT_DEBIT_CARD_EXPIRY")
    /// `CREDIT_DEBIT_CARD_NUMBER`.
    public static let creditDebitCardNumber = Self(rawValue: "CREDIT_DEBIT_CARD_NUMBER")
    /// `DRIVER_ID`.
    public static let driverId = Self(rawValue: "DRIVER_ID")
    /// `EMAIL`.
    public static let email = Self(rawValue: "EMAIL")
    /// `INTERNATIONAL_BANK_ACCOUNT_NUMBER`.
    public static let internationalBankAccountNumber = Self(rawValue: "INTERNATIONAL_BANK_ACCOUNT_NUMBER")
    /// `IP_ADDRESS`.
    public static let ipAddress = Self(rawValue: "IP_ADDRESS")
    /// `LICENSE_PLATE`.
    public static let licensePlate = Self(rawValue: "LICENSE_PLATE")
    /// `MAC_ADDRESS`.
    public static let macAddress = Self(rawValue: "MAC_ADDRESS")
    /// `NAME`.
    public static let name = Self(rawValue: "NAME")
    /// `PASSWORD`.
    public static let password = Self(rawValue: "PASSWORD")
    /// `PHONE`.
    public static let phone = Self(rawValue: "PHONE")
    /// `PIN`.
    public static let pin = Self(rawValue: "PIN")
    /// `SWIFT_CODE`.
    public static let swiftCode = Self(rawValue: "SWIFT_CODE")
    /// `UK_NATIONAL_HEALTH_SERVICE_NUMBER`.
    public static let ukNationalHealthServiceNumber = Self(rawValue: "UK_NATIONAL_HEALTH_SERVICE_NUMBER")
    /// `UK_NATIONAL_INSURANCE_NUMBER`.
    public static let ukNationalInsuranceNumber = Self(rawValue: "UK_NATIONAL_INSURANCE_NUMBER")
    /// `UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER`.
    public static let ukUniqueTaxpayerReferenceNumber = Self(rawValue: "UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER")
    /// `URL`.
    public static let url = Self(rawValue: "URL")
    /// `USERNAME`.
    public static let username = Self(rawValue: "USERNAME")
    /// `US_BANK_ACCOUNT_NUMBER`.
    public static let usBankAccountNumber = Self(rawValue: "US_BANK_ACCOUNT_NUMBER")
    /// `US_BANK_ROUTING_NUMBER`.
    public static let usBankRoutingNumber = Self(rawValue: "US_BANK_ROUTING_NUMBER")
    /// `US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER`.
    public static let usIndividualTaxIdentificationNumber = Self(rawValue: "US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER")
    /// `US_PASSPORT_NUMBER`.
    public static let usPassportNumber = Self(rawValue: "US_PASSPORT_NUMBER")
    /// `US_SOCIAL_SECURITY_NUMBER`.
    public static let usSocialSecurityNumber = Self(rawValue: "US_SOCIAL_SECURITY_NUMBER")
    /// `VEHICLE_IDENTIFICATION_NUMBER`.
    public static let vehicleIdentificationNumber = Self(rawValue: "VEHICLE_IDENTIFICATION_NUMBER")

    package static let knownValues: [Self] = [
        .address, .age, .awsAccessKey, .awsSecretKey, .caHealthNumber, .caSocialInsuranceNumber, .creditDebitCardCvv,
        .creditDebitCardExpiry, .creditDebitCardNumber, .driverId, .email, .internationalBankAccountNumber, .ipAddress,
        .licensePlate, .macAddress, .name, .password, .phone, .pin, .swiftCode, .ukNationalHealthServiceNumber,
        .ukNationalInsuranceNumber, .ukUniqueTaxpayerReferenceNumber, .url, .username, .usBankAccountNumber,
        .usBankRoutingNumber, .usIndividualTaxIdentificationNumber, .usPassportNumber, .usSocialSecurityNumber,
        .vehicleIdentificationNumber,
    ]
}

/// A regular expression that was matched.
///
/// Source: Amazon Bedrock API Reference, `GuardrailRegexFilter`.
public struct GuardrailRegexFilter: ConverseShape, Sendable, Hashable {
    /// The name of the expression.
    public var name: String?
    /// The text that was matched.
    public var match: String?
    /// The expression.
    public var regex: String?
    /// What was done.
    public var action: GuardrailSensitiveInformationPolicyAction
    /// Whether something was found, whatever was then done.
    public var detected: Bool?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        action: GuardrailSensitiveInformationPolicyAction,
        name: String? = nil,
        match: String? = nil,
        regex: String? = nil,
        detected: Bool? = nil
    ) {
        self.name = name
        self.match = match
        self.regex = regex
        self.action = action
        self.detected = detected
    }

    package static var vacant: Self { Self(action: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("name", &name)
        try visitor.optional("match", &match)
        try visitor.optional("regex", &regex)
        try visitor.required("action", &action)
        try visitor.optional("detected", &detected)
    }
}

/// What a policy for sensitive information did.
///
/// Source: Amazon Bedrock API Reference, `GuardrailSensitiveInformationPolicyAction`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailSensitiveInformationPolicyAction: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `ANONYMIZED`.
    public static let anonymized = Self(rawValue: "ANONYMIZED")
    /// `BLOCKED`.
    public static let blocked = Self(rawValue: "BLOCKED")
    /// `NONE`.
    public static let none = Self(rawValue: "NONE")

    package static let knownValues: [Self] = [
        .anonymized, .blocked, .none,
    ]
}

/// The findings of a policy for sensitive information.
///
/// Source: Amazon Bedrock API Reference, `GuardrailSensitiveInformationPolicyAssessment`.
public struct GuardrailSensitiveInformationPolicyAssessment: ConverseShape, Sendable, Hashable {
    /// Personal information.
    public var piiEntities: [GuardrailPiiEntityFilter]
    /// Matches of regular expressions.
    public var regexes: [GuardrailRegexFilter]
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(piiEntities: [GuardrailPiiEntityFilter], regexes: [GuardrailRegexFilter]) {
        self.piiEntities = piiEntities
        self.regexes = regexes
    }

    package static var vacant: Self { Self(piiEntities: .vacant, regexes: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("piiEntities", &piiEntities)
        try visitor.required("regexes", &regexes)
    }
}

/// What a word policy did.
///
/// Source: Amazon Bedrock API Reference, `GuardrailWordPolicyAction`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailWordPolicyAction: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `BLOCKED`.
    public static let blocked = Self(rawValue: "BLOCKED")
    /// `NONE`.
    public static let none = Self(rawValue: "NONE")

    package static let knownValues: [Self] = [
        .blocked, .none,
    ]
}

/// The findings of a word policy.
///
/// Source: Amazon Bedrock API Reference, `GuardrailWordPolicyAssessment`.
public struct GuardrailWordPolicyAssessment: ConverseShape, Sendable, Hashable {
    /// Words of the guardrail's own list.
    public var customWords: [GuardrailCustomWord]
    /// Words of managed lists.
    public var managedWordLists: [GuardrailManagedWord]
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(customWords: [GuardrailCustomWord], managedWordLists: [GuardrailManagedWord]) {
        self.customWords = customWords
        self.managedWordLists = managedWordLists
    }

    package static var vacant: Self { Self(customWords: .vacant, managedWordLists: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("customWords", &customWords)
        try visitor.required("managedWordLists", &managedWordLists)
    }
}
