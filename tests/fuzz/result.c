/* Saved results given to verify, against a document that does not change. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    static const char document[] = "{\"as_of\":\"2023-06-30\",\"facts\":{\"annual_rent\":420000,\"in_park\":true}}";
    hs_verification *made = NULL;
    hs_error error = {0};
    int status = hs_verification_new(&made, fuzz_engine(), (const char *)bytes, length, document, strlen(document), &fuzz_options, &error);
    fuzz_status(status, &error, HS_INPUT);
    if (status == HS_OK) CLAIM(hs_verification_json(made, NULL) != NULL);
    hs_verification_free(made);
    return 0;
}
