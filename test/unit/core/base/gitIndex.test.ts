import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { isInGitIndex } from "../../../../src/core/base/gitIndex";

describe("isInGitIndex", () => {
  /** Written by git 2.39: .env.example, bots/de/x.py, bots/delivery.php and bots/ы.ts. */
  const indexes = {
    "version 2":
      "H4sIAAAAAAACA3PxDHJmYGBgAmKWbHbBRga5+ydhNAPDPwYGh0NiDAyNSxgQgOkCy8S/ddHbfmkcFV+w22jHVrbgub4MPHqpeWV6qRWJuQU5qRCFOMwzQjePoZTvDvs1x9gz7OuYA19aVjMpbd/FwJOUX1Ksn5KqX6FXUInXPBV083h+f+ho+7Nypcz24DftJif8Tz/Vmc8gCDUvJ7MstahSryCjAJd5zujm7UjK8fmv4Znkv62+/SzXdW0xs8K1DFxg8y5265UUwxQmyfZ+3sx494qNc4nbKo12fr4zW7UB+a1xEGABAAA=",
    "version 3, with a file that is only intended":
      "H4sIAAAAAAACA3PxDHJmYGBgBmLWbHbBRga5+ydhNAPDPwYGh0NiDAyNSxgQgOkCy8S/ddHbfmkcFV+w22jHVrbgub4MPHqpeWV6qRWJuQU5qRCFOMwzQjePoZTvDvs1x9gz7OuYA19aVjMpbd/FwJOUX1Ksn5KqX6FXUInXPBV083h+f+ho+7Nypcz24DftJif8Tz/Vmc8gCDUvJ7MstahSryCjAJd5zujm7UjK8fmv4Znkv62+/SzXdW0xs8K1DFxg8y5265UUMxAEKOYxPJv7aPami9ecvbs115VH3Tj0pCd4ogO7AkNeaqleSUUJw4/LsevXzFeuKD2zqHPOLkcB64WfWgEUACzMqAEAAA==",
    "version 4, whose paths are cut short":
      "H4sIAAAAAAACA3PxDHJmYGBgAeFsdsFGBrn7J2E0A8M/BgaHQ2IMDI1LGBCA6QLLxL910dt+aRwVX7DbaMdWtuC5vgw8DHqpeWV6qRWJuQU5qQw4zDJCN4uhlO8O+zXH2DPs65gDX1pWMylt38XAw5OUX1Ksn5KqX6FXUInLLBV0s3h+f+ho+7Nypcz24DftJif8Tz/Vmc8gyJqTWZZaVKlXkFGAyyRndJN2JOX4/NfwTPLfVt9+luu6tphZ4VoGLp6L3XolxQztbofP6Io9aEyw+rwpJ/GxstqU93IAcqoZQkcBAAA=",
    "hashes of 32 bytes":
      "H4sIAAAAAAACA3PxDHJmYGBgAmKWbHbBRqbf3qdgNAPDPwYGhyMPGRgalzAgANNm5ei3dRZ3alPKD8ufS+wtP73wI2+R8MlFAdfLd3aHPM5j4NFLzSvTS61IzC3ISWVgwGHuY3RztyWcOapgHBTFsKHTOLFnwZpt148/8gl73dmR9jiQYe+l7ww8SfklxfopqfoVegWVOM19hG5ui9tb/V/rHsyYJf+q37tVWHPV7Iv9i5s5mW5Nt/lmdGyfJIMg1NyczLLUokq9gowCsEYc5j9BN/+XwO5Z62rqb0Qe37R4z3vTKwpmLfZXAybeeDKr0OTGLqU0Bi6w+Re79UqKQRr+s17/dOnpze073IN2VGvPYI8zczYoZxS2zdN+lNttr+EKALSIANmUAQAA",
  };

  for (const [name, packed] of Object.entries(indexes)) {
    const index = new Uint8Array(gunzipSync(Buffer.from(packed, "base64")));

    it(`knows the files of an index that git wrote: ${name}`, () => {
      const tracked = [".env.example", "bots/de/x.py", "bots/delivery.php", "bots/ы.ts"];
      const others = [".env", "bots", "bots/de", "bots/delivery.ph", "delivery.php", "x.py", ""];
      assert.deepEqual(
        tracked.filter((path) => isInGitIndex(index, path)),
        tracked,
      );
      assert.deepEqual(
        others.filter((path) => isInGitIndex(index, path)),
        [],
      );
    });

    it(`says no to what is no whole index: ${name}`, () => {
      for (let length = 0; length < index.length; length += 7) {
        assert.equal(isInGitIndex(index.subarray(0, length), "nowhere.php"), false);
      }
      for (let at = 0; at < index.length; at += 5) {
        const broken = index.map((byte, i) => (i === at ? byte ^ 0xff : byte));
        assert.equal(isInGitIndex(broken, "nowhere.php"), false);
      }
    });
  }
});
