package io.github.icatimgcif.judge.own.images;

import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.judge.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Each image that is looked at is where and what its row says, and can be read. */
final class ImagesCanBeRead {

    static final String NAME = "Images can be read";

    private ImagesCanBeRead() {}

    static List<Remark> judge(SeenImages images) {
        List<Remark> remarks = new ArrayList<>();
        images.unreadable()
                .forEach((image, why) -> remarks.add((why.isBeyondThisProgram()
                                ? Remark.warning(
                                        NAME, image.item(), String.valueOf(why.getMessage()), "it was not judged")
                                : Remark.error(
                                        NAME,
                                        image.item(),
                                        String.valueOf(why.getMessage()),
                                        "each image must be where its row says, and whole"))
                        .inRow(image.row())));
        remarks.add(new Remark(
                Severity.NOTE,
                NAME,
                images.chosen().images().stream()
                        .map(ChosenImage::item)
                        .findFirst()
                        .orElse("_array_data_external_data.uri"),
                OptionalInt.empty(),
                OptionalInt.empty(),
                images.chosen().images().isEmpty()
                        ? "no image is linked to, and none was looked at"
                        : images.chosen().description(),
                ""));
        return remarks;
    }
}
