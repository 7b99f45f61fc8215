/// A kind of personal information.
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
        .address, .age, .awsAccessKey, .awsSecretKey, .caHealthNumber, .caSocialInsuranceNumber,
        .creditDebitCardCvv, .creditDebitCardExpiry, .creditDebitCardNumber, .driverId, .email,
        .internationalBankAccountNumber, .ipAddress, .licensePlate, .macAddress, .name, .password, .phone,
        .pin, .swiftCode, .ukNationalHealthServiceNumber, .ukNationalInsuranceNumber,
        .ukUniqueTaxpayerReferenceNumber, .url, .username, .usBankAccountNumber, .usBankRoutingNumber,
        .usIndividualTaxIdentificationNumber, .usPassportNumber, .usSocialSecurityNumber,
        .vehicleIdentificationNumber,
    ]
}
