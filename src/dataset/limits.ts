/** The size limit of a dataset file, in bytes, uncompressed: a page refuses larger files, so the builder does not write them. */
export const maxDatasetBytes = 24_000_000;
